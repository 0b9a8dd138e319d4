### As palavras das páginas, em português.

## Endereços das páginas que o guichet faz sozinho

address-keywords = palavras-chave
address-topics = temas
address-campaigns = campanhas
address-archive = arquivo
address-glossary = glossario
address-legal = aviso-legal

## A moldura de cada página

skip = Ir para o texto
home = Início
navigation = Secções
breadcrumbs = Está aqui
other-languages = Outras línguas
untranslated-text = Esta página ainda não está traduzida para português.
untranslated-offer = Pode lê-la noutra língua:
untranslated-help = No balcão ou por telefone, alguém pode explicar-lhe o que ela diz:
feed = Seguir por Atom
legal = Aviso legal
published-by = Publicado por
weight-before = Esta página pesa
weight-after = kB.
printed-from = Endereço desta página:
on-this-page = Nesta página

## Títulos de páginas e secções

section-guide = Guias
section-article = Artigos
section-organization = Diretório
section-page = Páginas
keywords = Palavras-chave
keyword-title = Palavra-chave: { $title }
topic-title = { $title }
campaign-title = Campanha: { $title }
year-title = Artigos de { $title }
glossary-title = Glossário
legal-title = Aviso legal
not-found-title = Página não encontrada

## Listas

latest-articles = Últimos artigos
topics = Procedimentos por tema
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}mais { $others }{"\u00A0"}guia
   *[other] {"\u00A0· "}mais { $others }{"\u00A0"}guias
}
home-search = Procurar um procedimento
guides = Guias
campaigns = As nossas campanhas
archive = Arquivo:
related = Leia também
see-also-sections = Subsecções
parts = Continuação da lista
empty-list = Ainda não há nada publicado aqui.

## A página de pesquisa

address-search = pesquisar
search = Pesquisar
index-title = De A a Z
search-title = Pesquisar
search-label = Uma ou várias palavras:
search-button = Pesquisar
search-more = Mais resultados
search-count = Resultados:
search-none = Nenhuma página contém estas palavras. Tente outras, percorra a lista abaixo ou pergunte no balcão.
search-without = O seu navegador não tem JavaScript: procure na lista abaixo.

## Um guia

how-to = Como fazer
route-in-person = Presencialmente
route-paper = Por correio
route-phone = Por telefone
route-online = Pela Internet
show-others = Ver os outros
appointment-none = Sem marcação
appointment-possible = Com ou sem marcação
appointment-recommended = Aconselha-se marcação
appointment-required = Com marcação
for-whom = Para quem:
output = O que obtém:
outcome = O que obtém
form-number = n.º { $number }
form-cerfa = Formulário Cerfa n.º { $number }
form-cerfa-notice = Nota explicativa Cerfa n.º { $number }
form-edition = edição { $edition }
find = Para encontrar o mais próximo:
form-where = Onde o obter:
form-online = Para ler ou imprimir:
send-to = Enviar para
account = Conta necessária:
evidence = Documentos a reunir
practical = Custo e prazo
cost = Custo
cost-free = Gratuito
processing-time = Prazo de resposta
deadline = Data-limite
appeal = Em caso de recusa
legal-texts = Textos legais
authority = Autoridade competente:

expired = Esta página já não é válida desde { $date }.
expired-help = Não se fie nela: pergunte no balcão o que vale hoje.
overdue = a rever desde { $date }: peça confirmação no balcão
online-only = Este procedimento só se pode fazer pela Internet.
online-only-since = Desde { $since }, este procedimento só se pode fazer pela Internet.
online-only-since-day = Desde { $day }, este procedimento só se pode fazer pela Internet.
online-only-contested = É contestado por { $who }.

## Um artigo, um organismo

by = Por
campaign = Campanha:
attachments = Ficheiros anexos
kilobytes = kB
services-here = O que se pode fazer aqui
contact = Onde estamos e como contactar-nos

## Cartão de contacto

phone = Telefone
price-free = chamada gratuita
price-premium = número de valor acrescentado
colon = :
email = Correio eletrónico
website = Sítio Web
hours = Horário:
postal-address = Endereço postal:
access = Acesso:
step-free = entrada sem degraus
not-step-free = entrada com degraus
serves = Atende:

## Datas, fontes

published-on = Publicado em
reviewed-on = Verificado em
review-every = a verificar de novo a cada { $period }
review-every-years = { $count ->
    [one] a verificar de novo todos os anos
   *[other] a verificar de novo a cada { $count } anos
}
review-every-months = { $count ->
    [one] a verificar de novo todos os meses
   *[other] a verificar de novo a cada { $count } meses
}
review-every-days = { $count ->
    [one] a verificar de novo todos os dias
   *[other] a verificar de novo a cada { $count } dias
}
topic = Tema:
tagged = Palavras-chave:
sources = Fontes:
source-date = atualização:
source-id = ficha

## Aviso legal

legal-publisher = Editor
legal-editor = Diretor da publicação
legal-host = Alojamento
legal-licence = Reutilização
legal-privacy = Privacidade
legal-privacy-text = Este sítio não instala nenhum cookie, não mede as visitas e não carrega nada de outro lugar.
not-found-text = Este endereço não leva a nenhuma página. Pode ter mudado.
not-found-help = Volte à página inicial ou peça ajuda ao balcão:

## Avisos, quadros, notas

table = Quadro
local-note = Perto de si
moved = Esta página tem um novo endereço:
notes = Notas
alert-note = Nota
alert-tip = Conselho
alert-important = Importante
alert-warning = Atenção
alert-caution = Cuidado

## Tipos de organismo, um e vários

kind-mairie = Câmara municipal (mairie)
kind-prefecture = Prefeitura (préfecture)
kind-caf = Caixa de abonos de família (Caf)
kind-cpam = Caixa do seguro de doença (CPAM)
kind-carsat = Caixa de pensões (Carsat)
kind-msa = Segurança social agrícola (MSA)
kind-mdph = Serviço para pessoas com deficiência (MDPH)
kind-ccas = Centro municipal de ação social (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (emprego e desemprego)
kind-tribunal = Tribunal
kind-conseil-departemental = Conselho departamental
kind-maison-de-justice = Casa da justiça e do direito
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Estação de correios
kind-commissariat = Esquadra de polícia
kind-gendarmerie = Gendarmaria
kind-impots = Serviço de finanças
kind-syndicat = Sindicato
kind-association = Associação
kind-centre-de-contact = Centro de contacto
kind-other = Outros
kinds-centre-de-contact = Centros de contacto
kinds-mairie = Câmaras municipais (mairies)
kinds-syndicat = Sindicatos
kinds-association = Associações
kinds-caf = Caixas de abonos de família (Caf)
kinds-cpam = Caixas do seguro de doença (CPAM)
kinds-ccas = Centros municipais de ação social (CCAS)
kinds-mdph = Serviços para pessoas com deficiência (MDPH)
kinds-france-services = France Services
kinds-prefecture = Prefeituras (préfectures)
kinds-carsat = Caixas de pensões (Carsat)
kinds-msa = Caixas da segurança social agrícola (MSA)
kinds-france-travail = France Travail
kinds-tribunal = Tribunais
kinds-conseil-departemental = Conselhos departamentais
kinds-maison-de-justice = Casas da justiça e do direito
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Estações de correios
kinds-commissariat = Esquadras de polícia
kinds-gendarmerie = Gendarmarias
kinds-impots = Serviços de finanças

## Datas, horas, quantias

date-long = { $day } de { $month } de { $year }
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
day-1 = segunda-feira
day-2 = terça-feira
day-3 = quarta-feira
day-4 = quinta-feira
day-5 = sexta-feira
day-6 = sábado
day-7 = domingo
hours-line = { $days }, { $times }
hours-one-day = { $day }
hours-range-days = de { $from } a { $to }
hours-range = das { $from } às { $to }
hours-from = a partir das { $from }
hours-closed = fechado { $days }
hours-always-closed = fechado
hours-always = todos os dias, a qualquer hora
hours-public-holidays = nos feriados
hours-school-holidays = durante as férias escolares
hours-also = e também { $hours }
hours-else = nos outros casos, { $hours }
hours-every-day = todos os dias
hours-all-day = 24 horas por dia
hours-overnight = das { $from } às { $to } do dia seguinte
hours-or-later = { $hours } ou mais tarde
hours-years-from = a partir de { $year }
hours-year = em { $year }
hours-years = de { $from } a { $to }
hours-month = em { $month }
hours-months = de { $from } a { $to }
hours-one-date = a { $date }
hours-dates = de { $from } a { $to }
hours-odd-weeks = nas semanas ímpares
hours-even-weeks = nas semanas pares
hours-nth-day = { $nth } { $day } do mês
nth-1 = { $number ->
    [6] no primeiro
    [7] no primeiro
   *[other] na primeira
}
nth-2 = { $number ->
    [6] no segundo
    [7] no segundo
   *[other] na segunda
}
nth-3 = { $number ->
    [6] no terceiro
    [7] no terceiro
   *[other] na terceira
}
nth-4 = { $number ->
    [6] no quarto
    [7] no quarto
   *[other] na quarta
}
nth-5 = { $number ->
    [6] no quinto
    [7] no quinto
   *[other] na quinta
}
nth-last = { $number ->
    [6] no último
    [7] no último
   *[other] na última
}
date-short = { $day } de { $month }
time-hour = { $hour }h00
time-minute = { $hour }h{ $minute }
list-last = { $first } e { $last }
period-years = { $count ->
    [one] { $count } ano
   *[other] { $count } anos
}
period-months = { $count ->
    [one] { $count } mês
   *[other] { $count } meses
}
period-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
decimal-separator = ,
comma = { ", " }
thousands-separator = { " " }
separator = { "; " }
money-euro = { $amount } €

## Fichas para imprimir

address-sheets = fichas
sheet-file-a4 = a4
sheet-file-large-print = letras-grandes
sheet-file-booklet = caderno
sheet-file-reading = leitura
sheet-file-leaflet = desdobravel
sheet-file-poster = cartaz
sheet-file-poster-a3 = cartaz-a3
sheet-file-tract = panfleto
sheet-file-bilingual = bilingue
sheet-file-binder = dossie
address-messages = mensagens
text-only = Só texto, para uma mensagem ou um e-mail
sheets-title = Fichas para imprimir
sheet-edition = Edição
sheet-page = página
sheet-my-notes = Para o meu procedimento
sheet-appointment = Marcação a
sheet-at = às
sheet-with = com
sheet-file-number = Número do processo:
sheet-own-notes = As minhas notas
sheet-call = Alguma dúvida? Ligue:
sheet-acronyms = Siglas —
sheet-notes = Notas e endereços
sheet-online = Esta ficha na Internet:
sheet-qr-alt = Código QR: esta edição ainda é válida?
sheet-qr-help = O código QR diz se esta edição ainda é válida.
sheet-about = Em resumo
sheet-steps = Passo a passo
sheet-contacts = Como contactar-nos
sheet-continued = O resto está na ficha completa: peça-a no balcão.
sheet-litter = Não deitar na via pública
sheet-contents = Índice
sheet-directory = Diretório
sheet-up-to-date = Atualizado em
sheet-more-points = Há mais lugares: a ficha completa enumera-os.
sheet-name-a4 = A4
sheet-name-large-print = A4, letras grandes
sheet-name-booklet = Caderno, para imprimir e dobrar
sheet-name-booklet-reading = Caderno, para ler página a página
sheet-name-leaflet = Desdobrável, para dobrar em três
sheet-name-poster = Cartaz com tiras para destacar, A4
sheet-name-poster-a3 = Cartaz com tiras para destacar, A3
sheet-name-tract = Panfleto, dois por folha, para cortar
sheet-name-tract-reading = Panfleto, para ler página a página
sheet-name-bilingual = A4, duas línguas lado a lado
sheet-name-binder = Dossiê: tudo num só
sheet-pages = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}
sheet-archive = Todas as fichas: { $title }
sheet-list-help = Estas fichas imprimem-se a preto e branco em qualquer impressora. Fotocopiam-se bem.
sheet-list-folding = Basta papel A4 normal. Os cadernos e os desdobráveis imprimem-se nas duas faces, virando pela margem curta, e dobram-se; os panfletos cortam-se ao meio.
sheet-formats = Formatos (PDF)
sheet-pdf = Ficha PDF
sheet-none = Esta página não tem ficha de momento. Pode imprimir a própria página.
sheet-section-title = Fichas para imprimir: { $title }
sheet-details = Em pormenor

## Edições das fichas

address-editions = edicoes
editions-title = A minha ficha ainda é válida?
editions-help = Cada ficha tem um código ao fundo da página, depois da palavra «Edição». Se for o mesmo aqui, a ficha ainda diz o que vale hoje. Só contam as quatro letras e algarismos do fim.
editions-by-code = Tem o código? Escolha o primeiro carácter:
editions-current = Edições em vigor
editions-sheet = Ficha
editions-edition = edição
editions-letter = Edições cujo código começa por { $letter }
editions-letter-help = Procure o código da sua ficha, ao fundo da página, depois da palavra «Edição».
editions-holds = Esta ficha ainda é válida.
editions-replaced = Esta ficha foi substituída: peça a nova.
editions-withdrawn = Esta ficha já não é publicada: pergunte no balcão o que vale hoje.
editions-now = Edição em vigor:
editions-changes = O que mudou desde então:
editions-unknown = Um código que não está aqui foi mal lido ou é de uma ficha mais antiga: peça uma nova. Um código tem quatro caracteres, e nunca as letras B, G, I, L, N, O, Q, S, V, Z, nem os algarismos 0, 1, 5.
editions-link = Tem uma ficha antiga? Veja se ainda é válida
edition-part-title = o título
edition-part-summary = o resumo
edition-part-routes = as vias, os endereços, os horários ou os telefones
edition-part-evidence = os documentos a reunir
edition-part-text = as explicações
edition-part-practical = o custo ou os prazos
edition-part-appeal = os recursos
edition-part-contact = o endereço, o horário ou o telefone
edition-part-pages = uma ou várias das suas páginas
edition-part-other = as referências
edition-first = primeira edição registada

## Relatório de cobertura

address-coverage = cobertura
coverage-title = Os procedimentos e as suas vias
coverage-sentence = { $procedures ->
    [one] Neste sítio, um procedimento
   *[other] Neste sítio, { $procedures } procedimentos
}: { $off_line } { $off_line_count ->
    [one] pode fazer-se
   *[other] podem fazer-se
} sem Internet, { $online_only ->
    [0] e nenhum tem a Internet como única via
    [one] e um só tem a Internet
   *[other] e { $online_only } só têm a Internet
}.
coverage-headline = { $share ->
    [all] Todos os procedimentos deste sítio se podem fazer sem Internet
    [none] Nenhum procedimento deste sítio se pode fazer sem Internet
   *[some] { $count ->
        [one] { $count } em { $procedures } procedimentos pode fazer-se sem Internet
       *[other] { $count } em { $procedures } procedimentos podem fazer-se sem Internet
    }
}
coverage-of = { $count } em { $procedures }
coverage-share = { $count } ({ $percent } %)
coverage-on = Em
coverage-how = Cada número conta os guias das listas abaixo.
coverage-information = Guias que apenas explicam, não contados:
coverage-data = Todos os dados (CSV)
coverage-chart = Percentagem dos procedimentos que têm cada via
coverage-online-only = Procedimentos que só têm a Internet
coverage-declared = declarado
coverage-no-route = Guias que não indicam nenhuma via
coverage-more = E outros, nos dados. O seu número:
coverage-since = O que mudou desde
coverage-before-now = Sem Internet: { $before } então, { $now } hoje.
coverage-no-change = Nenhuma via mudou.
coverage-lost = Vias desaparecidas
coverage-gained = Vias novas
coverage-added = Guias novos
coverage-withdrawn = Guias retirados
coverage-topics = Por tema
coverage-authorities = Por autoridade
coverage-share-of = O que se pode fazer sem Internet, e depois cada via:
coverage-unnamed = não indicado
coverage-in-person = Balcão
coverage-paper = Papel
coverage-phone = Tel.
coverage-online = Internet
coverage-guides = Guia por guia
coverage-informs = apenas explica
coverage-out-of-date = a rever
coverage-lix = Lix: o comprimento das frases e a parte de palavras longas (C.-H. Björnsson, 1968). Abaixo de 40 um texto lê-se bem; acima de 50 é difícil.

## O kit para lugares sem Internet

address-kit = abrir
address-kit-readme = leia-me
address-kit-contents = indice
kit-lead = Esta pasta contém todo o sítio: abre-se sem Internet, a partir de uma pen ou de um disco.
kit-contents = Índice para imprimir
kit-help = Guarde os ficheiros juntos: as páginas encontram as fichas e a pesquisa no seu lugar.
kit-contents-how = Como abrir o que está na pen
kit-step-copy = Copie a pasta inteira ou deixe-a na pen. Se estiver num ficheiro zip, descomprima-o primeiro.
kit-step-open = Abra «{ $file }»: o navegador mostra o sítio. Não é usada nenhuma ligação.
kit-step-print = As fichas para imprimir são ficheiros PDF: estão ao lado das páginas, que levam a elas.

## A declaração de acessibilidade

address-accessibility = acessibilidade
access-title = Acessibilidade
access-link = O que é verificado, o que não é, e a quem dizê-lo
access-lead = Este sítio é feito para ser lido por toda a gente: com um leitor de ecrã, com o teclado, em grande, num aparelho antigo ou em papel.
access-verified = O que é verificado em cada versão do aspeto
access-rules = Nenhuma página viola as regras das WCAG 2.2 (níveis A e AA) que um programa pode verificar (axe-core), com 320 e 1280 píxeis de largura.
access-valid = Cada página é HTML válido (vnu, o verificador do W3C).
access-contrast = O contraste do texto é de pelo menos 7 para 1, em claro e em escuro.
access-zoom = Com 320 píxeis de largura, com letras duas vezes maiores ou mais espaçadas, nada é cortado nem se desloca para o lado.
access-keyboard = Tudo se pode fazer com o teclado, pela ordem da página, e vê-se sempre onde se está.
access-colours = Com as cores impostas pelo aparelho, as molduras e as ligações continuam visíveis.
access-order = Um leitor de ecrã encontra o título, depois as vias sem Internet, depois os documentos e depois os passos.
access-old = Sem JavaScript, e em navegadores antigos ou de texto, tudo se lê.
access-sheets = As fichas PDF são etiquetadas (PDF/UA-1): títulos, listas, quadros, línguas e textos das imagens.
access-not = O que não é verificado
access-not-text = Um programa não vê tudo. Os autores do aspeto compararam-no com os 106 critérios do RGAA francês, um a um: isto não é uma auditoria deste site. Ainda ninguém experimentou todas as páginas com todos os leitores de ecrã. A qualidade dos textos e da descrição das imagens depende de quem os escreve.
access-help = Alguma coisa não funciona?
access-help-text = Diga-nos: no balcão, por correio ou por telefone. Também podemos ler-lhe uma página ou enviar-lhe a ficha em letras grandes.
