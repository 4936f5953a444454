"""What a person touches on a kiosk: large buttons, keyboard, number pad, home, action card, attract screen."""
