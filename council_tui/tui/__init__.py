"""What is seen: screens, widgets, dialogs. The only layer that draws on a terminal."""
