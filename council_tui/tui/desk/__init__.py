"""What the Agenda screen does, by subject: signing in, the floor, outcomes, the meeting's course."""
