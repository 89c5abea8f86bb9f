"""The parts of a meeting's papers, each as blocks of a document, in the language in use."""
