"""The educator's command line: the door without windows."""
