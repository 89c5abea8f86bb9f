"""What screens show, laid out: views to rows of spans, pure. They know no key and no widget."""
