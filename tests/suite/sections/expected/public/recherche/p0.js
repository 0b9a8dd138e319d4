guichet("p0","guides/papiers/a.html\tA\t\nguides/papiers/europe/b.html\tB\t\nvie/chant.html\tChant\t\nvie/guide.html\tUn guide ailleurs\t")
