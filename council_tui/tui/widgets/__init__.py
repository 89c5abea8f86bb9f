"""Parts that screens are made of. They know no act and no noun of the council's deeds: attributes down, messages up."""
