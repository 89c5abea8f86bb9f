"""What is done: one public function, one act or one look. Knows no sentence and no screen.

A deed takes an `Act` and reads like the minutes: look, decide, write. A view takes a `Reader`.
"""
