### Source messages of articles/leaflet.txt, made by `yakugo sync`: edit the article, not this file.

# title · 1:06a69a902af4
t-kqacgf = 薬をもらったら

## はじめに

# heading · 1:821c94516b1b
h-3rqzf9 = はじめに

# paragraph · 1:280b6c53ad73
p-9mgwqx = 薬の名前と用量を確かめてください。

# item · 1:c1780e59be26
li-f4p8h8 = 名前: 袋に書いてあります。

# item · 1:21dcf15ea2e1
li-32jepd = 用量: 説明書に書いてあります。

## よくある質問

# heading · 1:69ea833e6be5
h-7cgv2a = よくある質問

# question · 1:056b6d8942bd
q-zjyt3v = 車を運転してもよいですか。

# answer · 1:27b045c9aac5
a-s62j2w = 眠くなることがあるので、運転しないでください。
