"""What is shown beside the page: topics, outline, and cards beside words."""
