### Translations whose source text is gone. They return when it does.

p-qrpzyw = Bringen Sie Reste in die Apotheke.
