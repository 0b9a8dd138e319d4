### Слова сторінок українською.

## Рамка кожної сторінки

skip = Перейти до тексту
home = Головна
navigation = Розділи
breadcrumbs = Ви тут
other-languages = Інші мови
untranslated-text = Цю сторінку ще не перекладено українською.
untranslated-offer = Її можна прочитати іншою мовою:
untranslated-help = У віконці або телефоном вам можуть пояснити, що в ній написано:
feed = Стежити через Atom
legal = Правова інформація
published-by = Видавець:
weight-before = Ця сторінка важить
weight-after = кБ.
printed-from = Адреса цієї сторінки:
on-this-page = На цій сторінці

## Назви сторінок і розділів

section-guide = Поради
section-article = Статті
section-organization = Установи
section-page = Сторінки
keywords = Ключові слова
keyword-title = Ключове слово: { $title }
topic-title = { $title }
campaign-title = Кампанія: { $title }
year-title = Статті за { $title } рік
glossary-title = Словник
legal-title = Правова інформація
not-found-title = Сторінку не знайдено

## Списки

latest-articles = Останні статті
topics = Послуги за темами
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}ще { $others }{"\u00A0"}порада
    [few] {"\u00A0· "}ще { $others }{"\u00A0"}поради
    [many] {"\u00A0· "}ще { $others }{"\u00A0"}порад
   *[other] {"\u00A0· "}ще { $others }{"\u00A0"}поради
}
home-search = Шукати послугу
guides = Поради
campaigns = Наші кампанії
archive = Архів:
related = Читайте також
see-also-sections = Підрозділи
parts = Продовження списку
empty-list = Тут ще нічого не опубліковано.

## Сторінка пошуку

search = Пошук
index-title = Від А до Я
search-title = Пошук
search-label = Одне або кілька слів:
search-button = Шукати
search-more = Інші результати
search-count = Результати:
search-none = Жодна сторінка не містить цих слів. Спробуйте інші, перегляньте список нижче або запитайте у віконці.
search-without = У вашому браузері немає JavaScript: шукайте у списку нижче.

## Порада

how-to = Як це зробити
route-in-person = Особисто
route-paper = Поштою
route-phone = Телефоном
route-online = Через інтернет
show-others = Показати інші
appointment-none = Без запису
appointment-possible = За записом або без нього
appointment-recommended = Краще записатися наперед
appointment-required = За записом
for-whom = Для кого:
output = Що ви отримаєте:
outcome = Що ви отримаєте
form-number = № { $number }
form-cerfa = Бланк Cerfa № { $number }
form-cerfa-notice = Пояснення Cerfa № { $number }
form-edition = видання { $edition }
find = Щоб знайти найближчу установу:
form-where = Де взяти:
form-online = Прочитати або надрукувати:
send-to = Надіслати до
account = Потрібен обліковий запис:
evidence = Які документи зібрати
practical = Вартість і строки
cost = Вартість
cost-free = Безкоштовно
processing-time = Строк відповіді
deadline = Кінцевий строк
appeal = Якщо вам відмовили
legal-texts = Законодавчі тексти
authority = Відповідальний орган:

expired = Ця сторінка більше не дійсна з { $date }.
expired-help = Не покладайтеся на неї: запитайте у віконці, що діє сьогодні.
overdue = потребує перевірки з { $date }: попросіть підтвердження у віконці
online-only = Цю послугу можна отримати лише через інтернет.
online-only-since = Від { $since } цю послугу можна отримати лише через інтернет.
online-only-since-day = З { $day } цю послугу можна отримати лише через інтернет.
online-only-contested = Це оскаржує { $who }.

## Стаття, установа

by = Автор:
campaign = Кампанія:
attachments = Додані файли
kilobytes = кБ
services-here = Що можна зробити тут
contact = Де ми і як з нами звʼязатися

## Контактна картка

phone = Телефон
price-free = безкоштовний дзвінок
price-premium = номер із підвищеною платою
colon = :
email = Електронна пошта
website = Сайт
hours = Години роботи:
postal-address = Поштова адреса:
access = Доступ:
step-free = вхід без сходів
not-step-free = вхід зі сходами
serves = Обслуговує:

## Дати, джерела

published-on = Опубліковано
reviewed-on = Перевірено
review-every = перевіряється щоразу через { $period }
review-every-years = { $count ->
    [one] { $count ->
        [1] перевіряється щороку
       *[other] перевіряється раз на { $count } рік
    }
    [few] перевіряється раз на { $count } роки
   *[other] перевіряється раз на { $count } років
}
review-every-months = { $count ->
    [one] { $count ->
        [1] перевіряється щомісяця
       *[other] перевіряється раз на { $count } місяць
    }
    [few] перевіряється раз на { $count } місяці
   *[other] перевіряється раз на { $count } місяців
}
review-every-days = { $count ->
    [one] { $count ->
        [1] перевіряється щодня
       *[other] перевіряється раз на { $count } день
    }
    [few] перевіряється раз на { $count } дні
   *[other] перевіряється раз на { $count } днів
}
topic = Тема:
tagged = Ключові слова:
sources = Джерела:
source-date = оновлено
source-id = картка

## Правова інформація

legal-publisher = Видавець
legal-editor = Відповідальний за публікацію
legal-host = Розміщення
legal-licence = Повторне використання
legal-privacy = Приватність
legal-privacy-text = Цей сайт не зберігає файлів cookie, не рахує відвідувань і нічого не завантажує з інших місць.
not-found-text = Ця адреса не веде до жодної сторінки. Можливо, вона змінилася.
not-found-help = Поверніться на головну сторінку або попросіть допомоги у віконці:

## Застереження, таблиці, примітки

table = Таблиця
local-note = Поруч із вами
moved = Ця сторінка має нову адресу:
notes = Примітки
alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Увага
alert-caution = Небезпека

## Види установ, одна і кілька

kind-mairie = Мерія (mairie)
kind-prefecture = Префектура (préfecture)
kind-caf = Каса сімейної допомоги (Caf)
kind-cpam = Каса медичного страхування (CPAM)
kind-carsat = Пенсійна каса (Carsat)
kind-msa = Сільськогосподарське соціальне страхування (MSA)
kind-mdph = Установа для людей з інвалідністю (MDPH)
kind-ccas = Муніципальний центр соціальної допомоги (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (робота і безробіття)
kind-tribunal = Суд
kind-conseil-departemental = Рада департаменту
kind-maison-de-justice = Дім правосуддя і права
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Поштове відділення
kind-commissariat = Відділок поліції
kind-gendarmerie = Жандармерія
kind-impots = Податкова служба
kind-syndicat = Профспілка
kind-association = Асоціація
kind-centre-de-contact = Контактний центр
kind-other = Інші
kinds-centre-de-contact = Контактні центри
kinds-mairie = Мерії (mairies)
kinds-syndicat = Профспілки
kinds-association = Асоціації
kinds-caf = Каси сімейної допомоги (Caf)
kinds-cpam = Каси медичного страхування (CPAM)
kinds-ccas = Муніципальні центри соціальної допомоги (CCAS)
kinds-mdph = Установи для людей з інвалідністю (MDPH)
kinds-france-services = France Services
kinds-prefecture = Префектури
kinds-carsat = Пенсійні каси (Carsat)
kinds-msa = Каси сільськогосподарського страхування (MSA)
kinds-france-travail = France Travail
kinds-tribunal = Суди
kinds-conseil-departemental = Ради департаментів
kinds-maison-de-justice = Доми правосуддя і права
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Поштові відділення
kinds-commissariat = Відділки поліції
kinds-gendarmerie = Жандармерії
kinds-impots = Податкові служби

## Дати, години, суми

date-long = { $day } { $month } { $year } року
month-1 = січня
month-2 = лютого
month-3 = березня
month-4 = квітня
month-5 = травня
month-6 = червня
month-7 = липня
month-8 = серпня
month-9 = вересня
month-10 = жовтня
month-11 = листопада
month-12 = грудня
day-1 = понеділок
day-2 = вівторок
day-3 = середа
day-4 = четвер
day-5 = пʼятниця
day-6 = субота
day-7 = неділя
hours-line = { $days }: { $times }
hours-one-day = { $day }
hours-range-days = { $from } – { $to }
hours-range = { $from }–{ $to }
hours-from = з { $from }
hours-closed = зачинено: { $days }
hours-always-closed = зачинено
hours-always = щодня, цілодобово
hours-public-holidays = у святкові дні
hours-school-holidays = у шкільні канікули
hours-also = а також { $hours }
hours-else = в інших випадках { $hours }
hours-every-day = щодня
hours-all-day = цілодобово
hours-overnight = { $from }–{ $to } наступного дня
hours-or-later = { $hours } або пізніше
hours-years-from = починаючи з { $year } року
hours-year = { $year } рік
hours-years = { $from }–{ $to } роки
hours-month = протягом { $month }
hours-months = від { $from } до кінця { $to }
hours-one-date = { $date }
hours-dates = з { $from } до { $to }
hours-odd-weeks = у непарні тижні
hours-even-weeks = у парні тижні
hours-nth-day = { $nth } { $day } місяця
nth-1 = { $number ->
    [3] перша
    [5] перша
    [6] перша
    [7] перша
   *[other] перший
}
nth-2 = { $number ->
    [3] друга
    [5] друга
    [6] друга
    [7] друга
   *[other] другий
}
nth-3 = { $number ->
    [3] третя
    [5] третя
    [6] третя
    [7] третя
   *[other] третій
}
nth-4 = { $number ->
    [3] четверта
    [5] четверта
    [6] четверта
    [7] четверта
   *[other] четвертий
}
nth-5 = { $number ->
    [3] пʼята
    [5] пʼята
    [6] пʼята
    [7] пʼята
   *[other] пʼятий
}
nth-last = { $number ->
    [3] остання
    [5] остання
    [6] остання
    [7] остання
   *[other] останній
}
date-short = { $day } { $month }
time-hour = { $hour }:00
time-minute = { $hour }:{ $minute }
list-last = { $first } і { $last }
period-years = { $count ->
    [one] { $count } рік
    [few] { $count } роки
    [many] { $count } років
   *[other] { $count } року
}
period-months = { $count ->
    [one] { $count } місяць
    [few] { $count } місяці
    [many] { $count } місяців
   *[other] { $count } місяця
}
period-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
decimal-separator = ,
comma = { ", " }
thousands-separator = { " " }
separator = { "; " }
money-euro = { $amount } €

## Картки для друку

text-only = Лише текст, для повідомлення або листа
sheets-title = Картки для друку
sheet-edition = Видання
sheet-page = сторінка
sheet-my-notes = Для моєї справи
sheet-appointment = Запис на
sheet-at = о
sheet-with = до кого
sheet-file-number = Номер справи:
sheet-own-notes = Мої нотатки
sheet-call = Є запитання? Телефонуйте:
sheet-acronyms = Скорочення —
sheet-notes = Примітки та адреси
sheet-online = Ця картка в інтернеті:
sheet-qr-alt = QR-код: чи дійсне ще це видання?
sheet-qr-help = QR-код показує, чи дійсне ще це видання.
sheet-about = Коротко
sheet-steps = Крок за кроком
sheet-contacts = Як з нами звʼязатися
sheet-continued = Решта — на повній картці: попросіть її у віконці.
sheet-litter = Не смітіть на вулиці
sheet-contents = Зміст
sheet-directory = Установи
sheet-up-to-date = Станом на
sheet-more-points = Є й інші місця: вони перелічені на повній картці.
sheet-name-a4 = A4
sheet-name-large-print = A4, великий шрифт
sheet-name-booklet = Брошура, щоб надрукувати і скласти
sheet-name-booklet-reading = Брошура, щоб читати сторінку за сторінкою
sheet-name-leaflet = Буклет, складений утроє
sheet-name-poster = Оголошення з відривними смужками, A4
sheet-name-poster-a3 = Оголошення з відривними смужками, A3
sheet-name-tract = Листівка, дві на аркуші, щоб розрізати
sheet-name-tract-reading = Листівка, щоб читати сторінку за сторінкою
sheet-name-bilingual = A4, дві мови поруч
sheet-name-binder = Тека: усе разом
sheet-pages = { $count ->
    [one] { $count } сторінка
    [few] { $count } сторінки
    [many] { $count } сторінок
   *[other] { $count } сторінки
}
sheet-archive = Усі картки: { $title }
sheet-list-help = Ці картки друкуються чорно-білими на будь-якому принтері. Їх добре копіювати.
sheet-list-folding = Достатньо звичайного паперу A4. Брошури та буклети друкують з обох боків, перегортаючи за коротким краєм, і складають; листівки розрізають навпіл.
sheet-formats = Формати (PDF)
sheet-pdf = Картка PDF
sheet-none = Ця сторінка поки що не має картки. Ви можете надрукувати саму сторінку.
sheet-section-title = Картки для друку: { $title }
sheet-details = Докладно

## Видання карток

editions-title = Чи дійсна ще моя картка?
editions-help = На кожній картці внизу сторінки, після слова «Видання», є код. Якщо тут він такий самий, картка й досі каже те, що діє сьогодні. Важливі лише чотири останні літери й цифри.
editions-by-code = Маєте код? Виберіть його перший знак:
editions-current = Дійсні видання
editions-sheet = Картка
editions-edition = видання
editions-letter = Видання, код яких починається з { $letter }
editions-letter-help = Знайдіть код вашої картки внизу сторінки, після слова «Видання».
editions-holds = Ця картка ще дійсна.
editions-replaced = Цю картку замінено: попросіть нову.
editions-withdrawn = Цю картку більше не публікують: запитайте у віконці, що діє сьогодні.
editions-now = Дійсне видання:
editions-changes = Що змінилося відтоді:
editions-unknown = Код, якого тут немає, прочитано неправильно або він зі старішої картки: попросіть нову. У коді чотири знаки, і ніколи немає літер B, G, I, L, N, O, Q, S, V, Z та цифр 0, 1, 5.
editions-link = Маєте стару картку? Перевірте, чи вона ще дійсна
edition-part-title = назва
edition-part-summary = короткий зміст
edition-part-routes = способи, адреси, години або телефони
edition-part-evidence = документи, які треба зібрати
edition-part-text = пояснення
edition-part-practical = вартість або строки
edition-part-appeal = оскарження
edition-part-contact = адреса, години або телефон
edition-part-pages = одна або кілька її сторінок
edition-part-other = посилання
edition-first = перше записане видання

## Звіт про способи звернення

coverage-title = Послуги та способи звернення
coverage-sentence = { $procedures ->
    [one] На цьому сайті { $procedures } послуга
    [few] На цьому сайті { $procedures } послуги
   *[other] На цьому сайті { $procedures } послуг
}: без інтернету можна отримати { $off_line }, { $online_only ->
    [0] і жодна не має інтернету єдиним способом
   *[other] лише через інтернет — { $online_only }
}.
coverage-headline = { $share ->
    [all] Усі послуги на цьому сайті можна отримати без інтернету
    [none] Жодної послуги на цьому сайті не можна отримати без інтернету
   *[some] { $count } з { $procedures } послуг можна отримати без інтернету
}
coverage-of = { $count } з { $procedures }
coverage-share = { $count } ({ $percent } %)
coverage-on = Станом на
coverage-how = Кожне число рахує поради зі списків нижче.
coverage-information = Поради, які лише пояснюють, не враховано:
coverage-data = Усі дані (CSV)
coverage-chart = Частка послуг, які мають кожен зі способів
coverage-online-only = Послуги лише через інтернет
coverage-declared = заявлено
coverage-no-route = Поради без жодного способу
coverage-more = Інші — у даних. Їх кількість:
coverage-since = Що змінилося з
coverage-before-now = Без інтернету: { $before } тоді, { $now } сьогодні.
coverage-no-change = Жоден спосіб не змінився.
coverage-lost = Способи, яких більше немає
coverage-gained = Нові способи
coverage-added = Нові поради
coverage-withdrawn = Вилучені поради
coverage-topics = За темами
coverage-authorities = За органами
coverage-share-of = Що можна отримати без інтернету, далі кожен спосіб:
coverage-unnamed = не вказано
coverage-in-person = Віконце
coverage-paper = Папір
coverage-phone = Тел.
coverage-online = Інтернет
coverage-guides = Порада за порадою
coverage-informs = лише пояснює
coverage-out-of-date = потребує перевірки
coverage-lix = Lix: довжина речень і частка довгих слів (C.-H. Björnsson, 1968). Нижче 40 текст читається легко; вище 50 він важкий.

## Набір для місць без інтернету

kit-lead = У цій теці весь сайт: він відкривається без інтернету, з флешки або диска.
kit-contents = Зміст для друку
kit-help = Тримайте файли разом: сторінки знаходять свої картки й пошук на своїх місцях.
kit-contents-how = Як відкрити те, що на флешці
kit-step-copy = Скопіюйте всю теку або залиште її на флешці. Якщо вона у файлі zip, спершу розпакуйте її.
kit-step-open = Відкрийте «{ $file }»: браузер покаже сайт. Зʼєднання не потрібне.
kit-step-print = Картки для друку — це файли PDF: вони поруч зі сторінками, які до них ведуть.

## Заява про доступність

access-title = Доступність
access-link = Що перевірено, що ні, і кому про це сказати
access-lead = Цей сайт зроблено так, щоб його могли читати всі: з програмою зчитування з екрана, з клавіатури, великими літерами, на старому пристрої або на папері.
access-verified = Що перевіряється в кожній версії оформлення
access-rules = Жодна сторінка не порушує правил WCAG 2.2 (рівні A і AA), які може перевірити програма (axe-core), за ширини 320 і 1280 пікселів.
access-valid = Кожна сторінка — правильний HTML (vnu, перевірка W3C).
access-contrast = Контраст тексту щонайменше 7 до 1, на світлому й на темному тлі.
access-zoom = За ширини 320 пікселів, з удвічі більшими або рідше розставленими літерами ніщо не обрізається і не прокручується вбік.
access-keyboard = Усе можна зробити з клавіатури, у порядку сторінки, і завжди видно, де ви є.
access-colours = З кольорами, які навʼязує пристрій, рамки й посилання лишаються видимими.
access-order = Програма зчитування з екрана зустрічає назву, потім способи без інтернету, потім документи, потім кроки.
access-old = Без JavaScript, у старих і текстових браузерах усе читається.
access-sheets = Картки PDF розмічені (PDF/UA-1): заголовки, списки, таблиці, мови й тексти зображень.
access-not = Що не перевірено
access-not-text = Програма бачить не все. Автори оформлення порівняли його зі 106 критеріями французького RGAA, один за одним: це не аудит цього сайту. Ще ніхто не випробував усіх сторінок з усіма програмами зчитування з екрана. Якість текстів і описів зображень залежить від тих, хто їх пише.
access-help = Щось не так?
access-help-text = Скажіть нам: у віконці, поштою або телефоном. Ми також можемо прочитати вам сторінку або надіслати її картку великим шрифтом.
