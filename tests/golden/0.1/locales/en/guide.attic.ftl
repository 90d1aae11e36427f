### Translations whose source text is gone. They return when it does.

p-qrpzyw = Return what is left to the pharmacy.
