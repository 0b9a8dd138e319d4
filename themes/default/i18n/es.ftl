### Las palabras de las páginas, en español.

## Direcciones de las páginas que guichet hace por sí mismo

address-keywords = palabras-clave
address-topics = temas
address-campaigns = campanas
address-archive = archivo
address-glossary = glosario
address-legal = aviso-legal

## El marco de cada página

skip = Ir al texto
home = Inicio
navigation = Secciones
breadcrumbs = Está usted aquí
other-languages = Otros idiomas
untranslated-text = Esta página todavía no está traducida al español.
untranslated-offer = Puede leerla en otro idioma:
untranslated-help = En la ventanilla o por teléfono, alguien puede explicarle lo que dice:
feed = Seguir por Atom
legal = Aviso legal
published-by = Publicado por
weight-before = Esta página pesa
weight-after = kB.
printed-from = Dirección de esta página:
on-this-page = En esta página

## Títulos de páginas y secciones

section-guide = Guías
section-article = Artículos
section-organization = Directorio
section-page = Páginas
keywords = Palabras clave
keyword-title = Palabra clave: { $title }
topic-title = { $title }
campaign-title = Campaña: { $title }
year-title = Artículos de { $title }
glossary-title = Glosario
legal-title = Aviso legal
not-found-title = Página no encontrada

## Listas

latest-articles = Últimos artículos
topics = Trámites por tema
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}{ $others }{"\u00A0"}guía más
   *[other] {"\u00A0· "}{ $others }{"\u00A0"}guías más
}
home-search = Buscar un trámite
guides = Guías
campaigns = Nuestras campañas
archive = Archivo:
related = Lea también
see-also-sections = Subsecciones
parts = Continuación de la lista
empty-list = Todavía no hay nada publicado aquí.

## La página de búsqueda

address-search = buscar
search = Buscar
index-title = De la A a la Z
search-title = Buscar
search-label = Una o varias palabras:
search-button = Buscar
search-more = Más resultados
search-count = Resultados:
search-none = Ninguna página contiene estas palabras. Pruebe con otras, recorra la lista de abajo o pregunte en la ventanilla.
search-without = Su navegador no tiene JavaScript: busque en la lista de abajo.

## Una guía

how-to = Cómo hacerlo
route-in-person = En persona
route-paper = Por correo postal
route-phone = Por teléfono
route-online = Por Internet
show-others = Ver los demás
appointment-none = Sin cita previa
appointment-possible = Con o sin cita previa
appointment-recommended = Se aconseja pedir cita previa
appointment-required = Con cita previa
for-whom = Para quién:
output = Lo que obtiene:
outcome = Lo que obtiene
form-number = n.º { $number }
form-cerfa = Formulario Cerfa n.º { $number }
form-cerfa-notice = Nota explicativa Cerfa n.º { $number }
form-edition = edición { $edition }
find = Para encontrar el más cercano:
form-where = Dónde conseguirlo:
form-online = Para leerlo o imprimirlo:
send-to = Enviar a
account = Cuenta necesaria:
evidence = Documentos que debe reunir
practical = Coste y plazo
cost = Coste
cost-free = Gratuito
processing-time = Plazo de respuesta
deadline = Plazo
appeal = En caso de denegación
legal-texts = Textos legales
authority = Autoridad competente:

expired = Esta página ya no es válida desde el { $date }.
expired-help = No se fíe de ella: pregunte en la ventanilla qué vale hoy.
overdue = pendiente de revisión desde el { $date }: pida confirmación en la ventanilla
online-only = Este trámite solo se puede hacer por Internet.
online-only-since = Desde { $since }, este trámite solo se puede hacer por Internet.
online-only-since-day = Desde el { $day }, este trámite solo se puede hacer por Internet.
online-only-contested = Impugnado por: { $who }.

## Un artículo, un organismo

by = Por
campaign = Campaña:
attachments = Archivos adjuntos
kilobytes = kB
services-here = Lo que se puede hacer aquí
contact = Dónde estamos y cómo contactarnos

## Tarjeta de contacto

phone = Teléfono
price-free = llamada gratuita
price-premium = número de tarificación adicional
colon = :
email = Correo electrónico
website = Sitio web
hours = Horario:
postal-address = Dirección postal:
access = Acceso:
step-free = entrada sin escalones
not-step-free = entrada con escalones
serves = Atiende a:

## Fechas, fuentes

published-on = Publicado el
reviewed-on = Comprobado el
review-every = se comprueba de nuevo cada { $period }
review-every-years = { $count ->
    [one] se comprueba de nuevo cada año
   *[other] se comprueba de nuevo cada { $count } años
}
review-every-months = { $count ->
    [one] se comprueba de nuevo cada mes
   *[other] se comprueba de nuevo cada { $count } meses
}
review-every-days = { $count ->
    [one] se comprueba de nuevo cada día
   *[other] se comprueba de nuevo cada { $count } días
}
topic = Tema:
tagged = Palabras clave:
sources = Fuentes:
source-date = actualización:
source-id = ficha

## Aviso legal

legal-publisher = Editor
legal-editor = Director de la publicación
legal-host = Alojamiento
legal-licence = Reutilización
legal-privacy = Privacidad
legal-privacy-text = Este sitio no instala ninguna cookie, no mide las visitas y no carga nada de otro lugar.
not-found-text = Esta dirección no lleva a ninguna página. Puede que haya cambiado.
not-found-help = Vuelva a la página de inicio o pida ayuda en la ventanilla:

## Avisos, tablas, notas

table = Tabla
local-note = Cerca de usted
moved = Esta página tiene una nueva dirección:
notes = Notas
alert-note = Nota
alert-tip = Consejo
alert-important = Importante
alert-warning = Atención
alert-caution = Cuidado

## Tipos de organismo, uno y varios

kind-mairie = Ayuntamiento (mairie)
kind-prefecture = Prefectura (préfecture)
kind-caf = Caja de subsidios familiares (Caf)
kind-cpam = Caja del seguro de enfermedad (CPAM)
kind-carsat = Caja de pensiones (Carsat)
kind-msa = Seguridad social agrícola (MSA)
kind-mdph = Oficina para personas con discapacidad (MDPH)
kind-ccas = Centro municipal de acción social (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (empleo y desempleo)
kind-tribunal = Tribunal
kind-conseil-departemental = Consejo departamental
kind-maison-de-justice = Casa de la justicia y del derecho
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Oficina de correos
kind-commissariat = Comisaría de policía
kind-gendarmerie = Gendarmería
kind-impots = Oficina de impuestos
kind-syndicat = Sindicato
kind-association = Asociación
kind-centre-de-contact = Centro de contacto
kind-other = Otros
kinds-centre-de-contact = Centros de contacto
kinds-mairie = Ayuntamientos (mairies)
kinds-syndicat = Sindicatos
kinds-association = Asociaciones
kinds-caf = Cajas de subsidios familiares (Caf)
kinds-cpam = Cajas del seguro de enfermedad (CPAM)
kinds-ccas = Centros municipales de acción social (CCAS)
kinds-mdph = Oficinas para personas con discapacidad (MDPH)
kinds-france-services = France Services
kinds-prefecture = Prefecturas
kinds-carsat = Cajas de pensiones (Carsat)
kinds-msa = Cajas de la seguridad social agrícola (MSA)
kinds-france-travail = France Travail
kinds-tribunal = Tribunales
kinds-conseil-departemental = Consejos departamentales
kinds-maison-de-justice = Casas de la justicia y del derecho
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Oficinas de correos
kinds-commissariat = Comisarías de policía
kinds-gendarmerie = Gendarmerías
kinds-impots = Oficinas de impuestos

## Fechas, horas, cantidades

date-long = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
day-1 = lunes
day-2 = martes
day-3 = miércoles
day-4 = jueves
day-5 = viernes
day-6 = sábado
day-7 = domingo
hours-line = { $days }, { $times }
hours-one-day = { $day }
hours-range-days = de { $from } a { $to }
hours-range = de { $from } a { $to }
hours-from = desde las { $from }
hours-closed = cerrado { $days }
hours-always-closed = cerrado
hours-always = todos los días, a cualquier hora
hours-public-holidays = los días festivos
hours-school-holidays = durante las vacaciones escolares
hours-also = y también { $hours }
hours-else = en los demás casos, { $hours }
hours-every-day = todos los días
hours-all-day = las 24 horas
hours-overnight = de { $from } a { $to } del día siguiente
hours-or-later = { $hours } o más tarde
hours-years-from = a partir de { $year }
hours-year = en { $year }
hours-years = de { $from } a { $to }
hours-month = en { $month }
hours-months = de { $from } a { $to }
hours-one-date = el { $date }
hours-dates = del { $from } al { $to }
hours-odd-weeks = en semanas impares
hours-even-weeks = en semanas pares
hours-nth-day = { $nth } { $day } del mes
nth-1 = el primer
nth-2 = el segundo
nth-3 = el tercer
nth-4 = el cuarto
nth-5 = el quinto
nth-last = el último
date-short = { $day } de { $month }
time-hour = { $hour }:00
time-minute = { $hour }:{ $minute }
list-last = { $first } y { $last }
period-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
period-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
period-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
decimal-separator = ,
comma = { ", " }
thousands-separator = { " " }
separator = { "; " }
money-euro = { $amount } €

## Fichas para imprimir

address-sheets = fichas
sheet-file-a4 = a4
sheet-file-large-print = letra-grande
sheet-file-booklet = cuadernillo
sheet-file-reading = lectura
sheet-file-leaflet = triptico
sheet-file-poster = cartel
sheet-file-poster-a3 = cartel-a3
sheet-file-tract = octavilla
sheet-file-bilingual = bilingue
sheet-file-binder = archivador
address-messages = mensajes
text-only = Solo texto, para un mensaje o un correo electrónico
sheets-title = Fichas para imprimir
sheet-edition = Edición
sheet-page = página
sheet-my-notes = Para mi trámite
sheet-appointment = Cita el
sheet-at = a las
sheet-with = con
sheet-file-number = Número de expediente:
sheet-own-notes = Mis notas
sheet-call = ¿Alguna duda? Llame:
sheet-acronyms = Siglas —
sheet-notes = Notas y direcciones
sheet-online = Esta ficha en Internet:
sheet-qr-alt = Código QR: ¿sigue siendo válida esta edición?
sheet-qr-help = El código QR dice si esta edición sigue siendo válida.
sheet-about = En resumen
sheet-steps = Paso a paso
sheet-contacts = Cómo contactarnos
sheet-continued = El resto está en la ficha completa: pídala en la ventanilla.
sheet-litter = No tirar en la vía pública
sheet-contents = Índice
sheet-directory = Directorio
sheet-up-to-date = Al día el
sheet-more-points = Hay más lugares: la ficha completa los enumera.
sheet-name-a4 = A4
sheet-name-large-print = A4, letra grande
sheet-name-booklet = Cuadernillo, para imprimir y doblar
sheet-name-booklet-reading = Cuadernillo, para leer página a página
sheet-name-leaflet = Tríptico, para doblar en tres
sheet-name-poster = Cartel con tiras para arrancar, A4
sheet-name-poster-a3 = Cartel con tiras para arrancar, A3
sheet-name-tract = Octavilla, dos por hoja, para cortar
sheet-name-tract-reading = Octavilla, para leer página a página
sheet-name-bilingual = A4, dos idiomas lado a lado
sheet-name-binder = Archivador: todo en uno
sheet-pages = { $count ->
    [one] { $count } página
   *[other] { $count } páginas
}
sheet-archive = Todas las fichas: { $title }
sheet-list-help = Estas fichas se imprimen en blanco y negro en cualquier impresora. Se fotocopian bien.
sheet-list-folding = Basta papel A4 normal. Los cuadernillos y los trípticos se imprimen a doble cara, girando por el borde corto, y se doblan; las octavillas se cortan en dos.
sheet-formats = Formatos (PDF)
sheet-pdf = Ficha PDF
sheet-none = Esta página no tiene ficha por el momento. Puede imprimir la propia página.
sheet-section-title = Fichas para imprimir: { $title }
sheet-details = En detalle

## Ediciones de las fichas

address-editions = ediciones
editions-title = ¿Sigue siendo válida mi ficha?
editions-help = Cada ficha lleva un código al pie de la página, después de la palabra «Edición». Si aquí figura el mismo, la ficha sigue diciendo lo que vale hoy. Solo cuentan las cuatro letras y cifras del final.
editions-by-code = ¿Tiene el código? Elija su primer carácter:
editions-current = Ediciones en vigor
editions-sheet = Ficha
editions-edition = edición
editions-letter = Ediciones cuyo código empieza por { $letter }
editions-letter-help = Busque el código de su ficha, al pie de la página, después de la palabra «Edición».
editions-holds = Esta ficha sigue siendo válida.
editions-replaced = Esta ficha ha sido sustituida: pida la nueva.
editions-withdrawn = Esta ficha ya no se publica: pregunte en la ventanilla qué vale hoy.
editions-now = Edición en vigor:
editions-changes = Lo que ha cambiado desde entonces:
editions-unknown = Un código que no está aquí se ha leído mal o es de una ficha más antigua: pida una nueva. Un código tiene cuatro caracteres, y nunca las letras B, G, I, L, N, O, Q, S, V, Z, ni las cifras 0, 1, 5.
editions-link = ¿Tiene una ficha antigua? Compruebe si sigue siendo válida
edition-part-title = el título
edition-part-summary = el resumen
edition-part-routes = las vías, las direcciones, los horarios o los teléfonos
edition-part-evidence = los documentos que debe reunir
edition-part-text = las explicaciones
edition-part-practical = el coste o los plazos
edition-part-appeal = los recursos
edition-part-contact = la dirección, el horario o el teléfono
edition-part-pages = una o varias de sus páginas
edition-part-other = las referencias
edition-first = primera edición registrada

## Informe de cobertura

address-coverage = cobertura
coverage-title = Los trámites y sus vías
coverage-sentence = { $procedures ->
    [one] En este sitio, un trámite
   *[other] En este sitio, { $procedures } trámites
}: { $off_line } { $off_line_count ->
    [one] se puede hacer
   *[other] se pueden hacer
} sin Internet, { $online_only ->
    [0] y ninguno tiene Internet como única vía
    [one] y uno solo tiene Internet
   *[other] y { $online_only } solo tienen Internet
}.
coverage-headline = { $share ->
    [all] Todos los trámites de este sitio se pueden hacer sin Internet
    [none] Ningún trámite de este sitio se puede hacer sin Internet
   *[some] { $count ->
        [one] { $count } de { $procedures } trámites se puede hacer sin Internet
       *[other] { $count } de { $procedures } trámites se pueden hacer sin Internet
    }
}
coverage-of = { $count } de { $procedures }
coverage-share = { $count } ({ $percent } %)
coverage-on = A fecha de
coverage-how = Cada cifra cuenta las guías de las listas siguientes.
coverage-information = Guías que solo explican, no contadas:
coverage-data = Todos los datos (CSV)
coverage-chart = Porcentaje de los trámites que tienen cada vía
coverage-online-only = Trámites que solo tienen Internet
coverage-declared = declarado
coverage-no-route = Guías que no nombran ninguna vía
coverage-more = Y otras, en los datos. Su número:
coverage-since = Lo que ha cambiado desde
coverage-before-now = Sin Internet: { $before } entonces, { $now } hoy.
coverage-no-change = Ninguna vía ha cambiado.
coverage-lost = Vías desaparecidas
coverage-gained = Vías nuevas
coverage-added = Guías nuevas
coverage-withdrawn = Guías retiradas
coverage-topics = Por tema
coverage-authorities = Por autoridad
coverage-share-of = Lo que se puede hacer sin Internet, y después cada vía:
coverage-unnamed = sin precisar
coverage-in-person = Ventanilla
coverage-paper = Papel
coverage-phone = Tel.
coverage-online = Internet
coverage-guides = Guía por guía
coverage-informs = solo explica
coverage-out-of-date = por revisar
coverage-lix = Lix: la longitud de las frases y la parte de palabras largas (C.-H. Björnsson, 1968). Por debajo de 40 un texto se lee bien; por encima de 50 es difícil.

## El kit para lugares sin Internet

address-kit = abrir
address-kit-readme = leame
address-kit-contents = indice
kit-lead = Esta carpeta contiene todo el sitio: se abre sin Internet, desde una memoria USB o un disco.
kit-contents = Índice para imprimir
kit-help = Guarde los archivos juntos: las páginas encuentran sus fichas y la búsqueda en su sitio.
kit-contents-how = Cómo abrir lo que hay en la memoria USB
kit-step-copy = Copie toda la carpeta, o déjela en la memoria USB. Si está en un archivo zip, descomprímalo primero.
kit-step-open = Abra «{ $file }»: el navegador muestra el sitio. No se usa ninguna conexión.
kit-step-print = Las fichas para imprimir son archivos PDF: están al lado de las páginas, que llevan a ellas.

## La declaración de accesibilidad

address-accessibility = accesibilidad
access-title = Accesibilidad
access-link = Qué se comprueba, qué no, y a quién decirlo
access-lead = Este sitio está hecho para que lo lea todo el mundo: con un lector de pantalla, con el teclado, en grande, en un aparato antiguo o en papel.
access-verified = Lo que se comprueba en cada versión del diseño
access-rules = Ninguna página incumple las reglas de las WCAG 2.2 (niveles A y AA) que un programa puede comprobar (axe-core), a 320 y a 1280 píxeles de ancho.
access-valid = Cada página es HTML válido (vnu, el verificador del W3C).
access-contrast = El contraste del texto es de al menos 7 a 1, en claro y en oscuro.
access-zoom = A 320 píxeles de ancho, con letras dos veces más grandes o más separadas, nada se corta ni se desplaza de lado.
access-keyboard = Todo se puede hacer con el teclado, en el orden de la página, y siempre se ve dónde se está.
access-colours = Con los colores que impone el aparato, los marcos y los enlaces siguen viéndose.
access-order = Un lector de pantalla encuentra el título, después las vías sin Internet, después los documentos y después los pasos.
access-old = Sin JavaScript, y en navegadores antiguos o de texto, todo se lee.
access-sheets = Las fichas PDF están etiquetadas (PDF/UA-1): títulos, listas, tablas, idiomas y textos de las imágenes.
access-not = Lo que no se comprueba
access-not-text = Un programa no lo ve todo. Los autores del diseño lo compararon con los 106 criterios del RGAA francés, uno por uno: esto no es una auditoría de este sitio. Nadie ha probado aún todas las páginas con todos los lectores de pantalla. La calidad de los textos y de la descripción de las imágenes depende de quien los escribe.
access-help = ¿Algo no funciona?
access-help-text = Díganoslo: en la ventanilla, por correo o por teléfono. También podemos leerle una página o enviarle su ficha en letra grande.
