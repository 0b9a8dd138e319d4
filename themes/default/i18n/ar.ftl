### كلمات الصفحات بالعربية.

## إطار كل صفحة

skip = إلى النص
home = الصفحة الرئيسية
navigation = الأقسام
breadcrumbs = أنت هنا
other-languages = لغات أخرى
untranslated-text = هذه الصفحة لم تُترجم بعد إلى العربية.
untranslated-offer = يمكنك قراءتها بلغة أخرى:
untranslated-help = في الشباك أو بالهاتف، يمكن لشخص أن يشرح لك ما تقوله:
feed = تابع عبر Atom
legal = معلومات قانونية
published-by = الناشر:
weight-before = حجم هذه الصفحة
weight-after = ك.ب.
printed-from = عنوان هذه الصفحة:
on-this-page = في هذه الصفحة

## عناوين الصفحات والأقسام

section-guide = الإرشادات
section-article = المقالات
section-organization = الهيئات
section-page = الصفحات
keywords = كلمات البحث
keyword-title = كلمة البحث: { $title }
topic-title = { $title }
campaign-title = الحملة: { $title }
year-title = مقالات سنة { $title }
glossary-title = شرح الكلمات
legal-title = معلومات قانونية
not-found-title = الصفحة غير موجودة

## القوائم

latest-articles = آخر المقالات
topics = الإجراءات حسب الموضوع
topic-line = { $first }{ $others ->
    [0] {""}
    [one] {"\u00A0· "}إرشاد آخر
    [two] {"\u00A0· "}إرشادان آخران
    [few] {"\u00A0· "}{ $others }{"\u00A0"}إرشادات أخرى
    [many] {"\u00A0· "}{ $others }{"\u00A0"}إرشادا آخر
   *[other] {"\u00A0· "}{ $others }{"\u00A0"}إرشاد آخر
}
home-search = ابحث عن إجراء
guides = الإرشادات
campaigns = حملاتنا
archive = الأرشيف:
related = اقرأ أيضا
see-also-sections = أقسام فرعية
parts = بقية القائمة
empty-list = لم يُنشر شيء هنا بعد.

## صفحة البحث

search = بحث
index-title = القائمة الكاملة مرتبة
search-title = بحث
search-label = كلمة أو عدة كلمات:
search-button = ابحث
search-more = نتائج أخرى
search-count = عدد النتائج:
search-none = لا توجد صفحة تحتوي على هذه الكلمات. جرّب كلمات أخرى، أو تصفّح القائمة أدناه، أو اسأل في الشباك.
search-without = متصفحك بدون JavaScript: ابحث في القائمة أدناه.

## الدليل

how-to = كيف تقوم بذلك
route-in-person = حضوريا
route-paper = بالبريد
route-phone = بالهاتف
route-online = عبر الإنترنت
show-others = عرض البقية
appointment-none = بدون موعد
appointment-possible = بموعد أو بدونه
appointment-recommended = يُنصح بأخذ موعد
appointment-required = بموعد مسبق
for-whom = لمن:
output = ما تحصل عليه:
outcome = ما تحصل عليه
form-number = رقم { $number }
form-cerfa = استمارة Cerfa رقم { $number }
form-cerfa-notice = شرح استمارة Cerfa رقم { $number }
form-edition = الطبعة { $edition }
find = للعثور على الأقرب إليك:
form-where = أين تجدها:
form-online = للقراءة أو الطباعة:
send-to = تُرسل إلى
account = الحساب المطلوب:
evidence = الوثائق المطلوبة
practical = الكلفة والمدة
cost = الكلفة
cost-free = مجاني
processing-time = مدة الرد
deadline = آخر أجل
appeal = في حال الرفض
legal-texts = النصوص القانونية
authority = الجهة المختصة:

expired = هذه الصفحة لم تعد صالحة منذ { $date }.
expired-help = لا تعتمد عليها: اسأل في الشباك عمّا هو سارٍ اليوم.
overdue = يجب أن تُراجع منذ { $date }: اطلب التأكيد في الشباك
online-only = هذا الإجراء لا يتم إلا عبر الإنترنت.
online-only-since = منذ { $since }، لا يتم هذا الإجراء إلا عبر الإنترنت.
online-only-since-day = منذ { $day }، لا يتم هذا الإجراء إلا عبر الإنترنت.
online-only-contested = محل اعتراض من: { $who }.

## مقال، هيئة

by = بقلم
campaign = الحملة:
attachments = ملفات مرفقة
kilobytes = ك.ب.
services-here = ما يمكن القيام به هنا
contact = أين نحن وكيف تتصل بنا

## بطاقة الاتصال

phone = الهاتف
price-free = مكالمة مجانية
price-premium = رقم بتعرفة إضافية
colon = :
email = البريد الإلكتروني
website = الموقع
hours = أوقات الفتح:
postal-address = العنوان البريدي:
access = الوصول:
step-free = مدخل بدون درج
not-step-free = مدخل بدرج
serves = المناطق التي يشملها:

## التواريخ والمصادر

published-on = نُشر في
reviewed-on = تم التحقق في
review-every = يُعاد التحقق كل { $period }
review-every-years = { $count ->
    [one] يُعاد التحقق كل سنة
    [two] يُعاد التحقق كل سنتين
    [few] يُعاد التحقق كل { $count } سنوات
    [many] يُعاد التحقق كل { $count } سنة
   *[other] يُعاد التحقق كل { $count } سنة
}
review-every-months = { $count ->
    [one] يُعاد التحقق كل شهر
    [two] يُعاد التحقق كل شهرين
    [few] يُعاد التحقق كل { $count } أشهر
    [many] يُعاد التحقق كل { $count } شهرا
   *[other] يُعاد التحقق كل { $count } شهر
}
review-every-days = { $count ->
    [one] يُعاد التحقق كل يوم
    [two] يُعاد التحقق كل يومين
    [few] يُعاد التحقق كل { $count } أيام
    [many] يُعاد التحقق كل { $count } يوما
   *[other] يُعاد التحقق كل { $count } يوم
}
topic = الموضوع:
tagged = كلمات البحث:
sources = المصادر:
source-date = تحديث
source-id = بطاقة

## معلومات قانونية

legal-publisher = الناشر
legal-editor = مدير النشر
legal-host = الاستضافة
legal-licence = إعادة الاستخدام
legal-privacy = الخصوصية
legal-privacy-text = هذا الموقع لا يضع أي ملف تعريف ارتباط، ولا يقيس الزيارات، ولا يحمّل شيئا من مكان آخر.
not-found-text = هذا العنوان لا يؤدي إلى أي صفحة. ربما تغيّر.
not-found-help = ارجع إلى الصفحة الرئيسية، أو اطلب المساعدة في الشباك:

## التنبيهات والجداول والملاحظات

table = جدول
local-note = بالقرب منك
moved = لهذه الصفحة عنوان جديد:
notes = ملاحظات
alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = انتباه
alert-caution = تحذير

## أنواع الهيئات، مفردا وجمعا

kind-mairie = البلدية (mairie)
kind-prefecture = المحافظة (préfecture)
kind-caf = صندوق الإعانات العائلية (Caf)
kind-cpam = صندوق التأمين الصحي (CPAM)
kind-carsat = صندوق التقاعد (Carsat)
kind-msa = الضمان الاجتماعي الفلاحي (MSA)
kind-mdph = مركز الأشخاص ذوي الإعاقة (MDPH)
kind-ccas = المركز البلدي للعمل الاجتماعي (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (العمل والبطالة)
kind-tribunal = المحكمة
kind-conseil-departemental = مجلس المقاطعة (conseil départemental)
kind-maison-de-justice = دار العدالة والقانون
kind-banque-de-france = Banque de France
kind-bureau-de-poste = مكتب البريد
kind-commissariat = مركز الشرطة
kind-gendarmerie = الدرك
kind-impots = مصلحة الضرائب
kind-syndicat = النقابة
kind-association = الجمعية
kind-centre-de-contact = مركز الاتصال
kind-other = هيئات أخرى
kinds-centre-de-contact = مراكز الاتصال
kinds-mairie = البلديات (mairies)
kinds-syndicat = النقابات
kinds-association = الجمعيات
kinds-caf = صناديق الإعانات العائلية (Caf)
kinds-cpam = صناديق التأمين الصحي (CPAM)
kinds-ccas = المراكز البلدية للعمل الاجتماعي (CCAS)
kinds-mdph = مراكز الأشخاص ذوي الإعاقة (MDPH)
kinds-france-services = France Services
kinds-prefecture = المحافظات
kinds-carsat = صناديق التقاعد (Carsat)
kinds-msa = صناديق الضمان الاجتماعي الفلاحي (MSA)
kinds-france-travail = France Travail
kinds-tribunal = المحاكم
kinds-conseil-departemental = مجالس المقاطعات
kinds-maison-de-justice = دور العدالة والقانون
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = مكاتب البريد
kinds-commissariat = مراكز الشرطة
kinds-gendarmerie = مراكز الدرك
kinds-impots = مصالح الضرائب

## التواريخ والساعات والمبالغ

date-long = { $day } { $month } { $year }
month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر
day-1 = الإثنين
day-2 = الثلاثاء
day-3 = الأربعاء
day-4 = الخميس
day-5 = الجمعة
day-6 = السبت
day-7 = الأحد
hours-line = { $days }، { $times }
hours-one-day = { $day }
hours-range-days = من { $from } إلى { $to }
hours-range = من { $from } إلى { $to }
hours-from = ابتداء من { $from }
hours-closed = مغلق: { $days }
hours-always-closed = مغلق
hours-always = كل يوم، في أي ساعة
hours-public-holidays = أيام العطل الرسمية
hours-school-holidays = خلال العطل المدرسية
hours-also = وأيضا { $hours }
hours-else = وإلا { $hours }
hours-every-day = كل يوم
hours-all-day = على مدار 24 ساعة
hours-overnight = من { $from } إلى { $to } من اليوم التالي
hours-or-later = { $hours } أو بعد ذلك
hours-years-from = ابتداء من { $year }
hours-year = في { $year }
hours-years = من { $from } إلى { $to }
hours-month = في { $month }
hours-months = من { $from } إلى { $to }
hours-one-date = في { $date }
hours-dates = من { $from } إلى { $to }
hours-odd-weeks = في الأسابيع الفردية
hours-even-weeks = في الأسابيع الزوجية
hours-nth-day = { $day } { $nth } من الشهر
nth-1 = الأول
nth-2 = الثاني
nth-3 = الثالث
nth-4 = الرابع
nth-5 = الخامس
nth-last = الأخير
date-short = { $day } { $month }
time-hour = { $hour }:00
time-minute = { $hour }:{ $minute }
list-last = { $first } و{ $last }
period-years = { $count ->
    [one] سنة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
period-months = { $count ->
    [one] شهر
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرا
   *[other] { $count } شهر
}
period-days = { $count ->
    [one] يوم
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
}
decimal-separator = ,
comma = { "، " }
thousands-separator = { " " }
separator = { "؛ " }
money-euro = { $amount } يورو

## أوراق للطباعة

text-only = نص فقط، لرسالة أو بريد
sheets-title = أوراق للطباعة
sheet-edition = الطبعة
sheet-page = صفحة
sheet-my-notes = ملاحظاتي
sheet-appointment = موعد يوم
sheet-at = الساعة
sheet-with = مع
sheet-file-number = رقم الملف:
sheet-own-notes = ملاحظاتي
sheet-call = لديك سؤال؟ اتصل:
sheet-acronyms = الاختصارات —
sheet-notes = ملاحظات وعناوين
sheet-online = هذه الورقة على الإنترنت:
sheet-qr-alt = رمز QR: هل ما زالت هذه الطبعة صالحة؟
sheet-qr-help = يخبرك رمز QR هل ما زالت هذه الطبعة صالحة.
sheet-about = باختصار
sheet-steps = خطوة بخطوة
sheet-contacts = كيف تتصل بنا
sheet-continued = البقية في الورقة الكاملة: اطلبها في الشباك.
sheet-litter = الرجاء عدم رميها في الشارع
sheet-contents = المحتويات
sheet-directory = الهيئات
sheet-up-to-date = محدّثة في
sheet-more-points = هناك أماكن أخرى: تجدها في الورقة الكاملة.
sheet-name-a4 = A4
sheet-name-large-print = A4، بحروف كبيرة
sheet-name-booklet = كتيّب للطباعة والطي
sheet-name-booklet-reading = كتيّب للقراءة صفحة بصفحة
sheet-name-leaflet = مطوية من ثلاث طيات
sheet-name-poster = ملصق بقصاصات، A4
sheet-name-poster-a3 = ملصق بقصاصات، A3
sheet-name-tract = منشور، اثنان في الورقة، للقص
sheet-name-tract-reading = منشور للقراءة صفحة بصفحة
sheet-name-bilingual = A4، لغتان جنبا إلى جنب
sheet-name-binder = المجلد: كل شيء في واحد
sheet-pages = { $count ->
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
sheet-archive = كل الأوراق: { $title }
sheet-list-help = تُطبع هذه الأوراق بالأبيض والأسود على أي طابعة، ويسهل نسخها.
sheet-list-folding = يكفي ورق A4 عادي. تُطبع الكتيّبات والمطويات على الوجهين مع القلب على الحافة القصيرة ثم تُطوى، وتُقص المنشورات إلى نصفين.
sheet-formats = الأشكال (PDF)
sheet-pdf = ورقة PDF
sheet-none = لا توجد ورقة للطباعة لهذه الصفحة في الوقت الحالي. يمكنك طباعة الصفحة نفسها.
sheet-section-title = أوراق للطباعة: { $title }
sheet-details = بالتفصيل

## طبعات الأوراق

editions-title = هل ما زالت ورقتي صالحة؟
editions-help = تحمل كل ورقة رمزا في أسفل الصفحة، بعد كلمة «الطبعة». إذا وجدته هنا كما هو، فالورقة ما زالت تقول ما هو سارٍ اليوم. المهم هو الحروف والأرقام الأربعة الأخيرة فقط.
editions-by-code = لديك الرمز؟ اختر أول حرف فيه:
editions-current = الطبعات السارية
editions-sheet = الورقة
editions-edition = الطبعة
editions-letter = الطبعات التي يبدأ رمزها بـ { $letter }
editions-letter-help = ابحث عن رمز ورقتك في أسفل الصفحة، بعد كلمة «الطبعة».
editions-holds = هذه الورقة ما زالت صالحة.
editions-replaced = هذه الورقة حلّت محلها أخرى: اطلب الجديدة.
editions-withdrawn = هذه الورقة لم تعد تُنشر: اسأل في الشباك عمّا هو سارٍ اليوم.
editions-now = الطبعة السارية:
editions-changes = ما تغيّر منذ ذلك الحين:
editions-unknown = الرمز الذي لا يوجد هنا قُرئ خطأ، أو هو لورقة أقدم: اطلب ورقة جديدة. في الرمز أربعة أحرف أو أرقام، وليس فيه أبدا الحروف B, G, I, L, N, O, Q, S, V, Z ولا الأرقام 0, 1, 5.
editions-link = لديك ورقة قديمة؟ انظر هل ما زالت صالحة
edition-part-title = العنوان
edition-part-summary = الملخص
edition-part-routes = الطرق أو العناوين أو الأوقات أو الهواتف
edition-part-evidence = الوثائق المطلوبة
edition-part-text = الشروح
edition-part-practical = الكلفة أو المدد
edition-part-appeal = طرق الطعن
edition-part-contact = العنوان أو الأوقات أو الهاتف
edition-part-pages = صفحة أو عدة صفحات منها
edition-part-other = المراجع
edition-first = أول طبعة مسجلة

## تقرير الطرق

coverage-title = الإجراءات وطرقها
coverage-sentence = عدد الإجراءات في هذا الموقع { $procedures }: يمكن القيام بـ { $off_line } منها بدون إنترنت، { $online_only ->
    [0] ولا يوجد إجراء طريقه الوحيد هو الإنترنت
   *[other] وعدد ما لا يتم إلا عبر الإنترنت { $online_only }
}.
coverage-headline = { $share ->
    [all] يمكن القيام بكل إجراءات هذا الموقع بدون إنترنت
    [none] لا يمكن القيام بأي إجراء من إجراءات هذا الموقع بدون إنترنت
   *[some] يمكن القيام بـ { $count } من أصل { $procedures } من الإجراءات بدون إنترنت
}
coverage-of = { $count } من { $procedures }
coverage-share = { $count } ({ $percent }%)
coverage-on = بتاريخ
coverage-how = كل رقم يعدّ الإرشادات المذكورة في القوائم أدناه.
coverage-information = أدلة للشرح فقط، غير محسوبة:
coverage-data = كل البيانات (CSV)
coverage-chart = نسبة الإجراءات التي لها كل طريق
coverage-online-only = إجراءات لا تتم إلا عبر الإنترنت
coverage-declared = مصرّح به
coverage-no-route = أدلة لا تذكر أي طريق
coverage-more = وغيرها في البيانات. عددها:
coverage-since = ما تغيّر منذ
coverage-before-now = بدون إنترنت: { $before } حينها، { $now } اليوم.
coverage-no-change = لم يتغيّر أي طريق.
coverage-lost = طرق زالت
coverage-gained = طرق جديدة
coverage-added = أدلة جديدة
coverage-withdrawn = أدلة سُحبت
coverage-topics = حسب الموضوع
coverage-authorities = حسب الجهة
coverage-share-of = ما يمكن القيام به بدون إنترنت، ثم كل طريق:
coverage-unnamed = غير مذكورة
coverage-in-person = الشباك
coverage-paper = الورق
coverage-phone = الهاتف
coverage-online = الإنترنت
coverage-guides = دليل بدليل
coverage-informs = للشرح فقط
coverage-out-of-date = يحتاج إلى مراجعة
coverage-lix = Lix: طول الجمل ونسبة الكلمات الطويلة (C.-H. Björnsson, 1968). تحت 40 يُقرأ النص بسهولة؛ وفوق 50 يكون صعبا.

## مجموعة للأماكن بدون إنترنت

kit-lead = يحتوي هذا المجلد على الموقع كله: يُفتح بدون إنترنت، من مفتاح USB أو قرص.
kit-contents = قائمة المحتويات للطباعة
kit-help = احتفظ بالملفات معا: تجد الصفحات أوراقها والبحث في أماكنها.
kit-contents-how = كيف تفتح ما في المفتاح
kit-step-copy = انسخ المجلد كله أو اتركه في المفتاح. إذا كان في ملف zip ففك ضغطه أولا.
kit-step-open = افتح «{ $file }»: يعرض المتصفح الموقع. لا حاجة إلى أي اتصال.
kit-step-print = أوراق الطباعة ملفات PDF بجانب الصفحات التي تؤدي إليها.

## بيان إمكانية الوصول

access-title = إمكانية الوصول
access-link = ما الذي يتم التحقق منه، وما لا يتم، ولمن تقول ذلك
access-lead = صُنع هذا الموقع ليقرأه الجميع: بقارئ الشاشة، أو بلوحة المفاتيح، أو بحروف كبيرة، أو على جهاز قديم، أو على الورق.
access-verified = ما يتم التحقق منه في كل نسخة من المظهر
access-rules = لا تخالف أي صفحة قواعد WCAG 2.2 (المستويان A وAA) التي يمكن لبرنامج التحقق منها (axe-core)، بعرض 320 و1280 بكسل.
access-valid = كل صفحة HTML صحيحة (vnu، مدقق W3C).
access-contrast = تباين النص 7 إلى 1 على الأقل، في الوضع الفاتح والداكن.
access-zoom = بعرض 320 بكسل، وبحروف أكبر مرتين أو متباعدة أكثر، لا يُقطع شيء ولا يتحرك شيء جانبا.
access-keyboard = يمكن القيام بكل شيء بلوحة المفاتيح، حسب ترتيب الصفحة، وترى دائما أين أنت.
access-colours = بالألوان التي يفرضها الجهاز، تبقى الإطارات والروابط مرئية.
access-order = يجد قارئ الشاشة العنوان، ثم الطرق بدون إنترنت، ثم الوثائق، ثم الخطوات.
access-old = بدون JavaScript، وفي المتصفحات القديمة أو النصية، يمكن قراءة كل شيء.
access-sheets = أوراق PDF موسومة (PDF/UA-1): العناوين والقوائم والجداول واللغات ونصوص الصور.
access-not = ما لا يتم التحقق منه
access-not-text = البرنامج لا يرى كل شيء. قارن مؤلفو المظهر بينه وبين معايير RGAA الفرنسية المئة والستة، واحدا واحدا: هذا ليس تدقيقا لهذا الموقع. لم يجرّب أحد بعد كل الصفحات مع كل قارئات الشاشة. جودة النصوص ووصف الصور تعود إلى من يكتبها.
access-help = هل هناك مشكلة؟
access-help-text = قل لنا ذلك: في الشباك أو بالبريد أو بالهاتف. يمكننا أيضا أن نقرأ لك صفحة، أو نرسل لك ورقتها بحروف كبيرة.
