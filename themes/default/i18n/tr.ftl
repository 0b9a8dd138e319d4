### Sayfaların sözleri, Türkçe.

## guichet'nin kendi yaptığı sayfaların adresleri

address-keywords = anahtar-kelimeler
address-topics = konular
address-campaigns = kampanyalar
address-archive = arsiv
address-glossary = sozluk
address-legal = yasal-bilgiler

## Her sayfanın çerçevesi

skip = Metne geçin
home = Ana sayfa
navigation = Bölümler
breadcrumbs = Buradasınız
other-languages = Diğer diller
untranslated-text = Bu sayfa henüz Türkçeye çevrilmedi.
untranslated-offer = Başka bir dilde okuyabilirsiniz:
untranslated-help = Gişede veya telefonda biri size sayfanın ne dediğini açıklayabilir:
feed = Atom ile takip edin
legal = Yasal bilgiler
published-by = Yayımlayan:
weight-before = Bu sayfanın ağırlığı
weight-after = kB.
printed-from = Bu sayfanın adresi:
on-this-page = Bu sayfada

## Sayfa ve bölüm başlıkları

section-guide = Rehberler
section-article = Yazılar
section-organization = Kurumlar
section-page = Sayfalar
keywords = Anahtar kelimeler
keyword-title = Anahtar kelime: { $title }
topic-title = { $title }
campaign-title = Kampanya: { $title }
year-title = { $title } yılının yazıları
glossary-title = Sözlük
legal-title = Yasal bilgiler
not-found-title = Sayfa bulunamadı

## Listeler

latest-articles = Son yazılar
topics = Konularına göre işlemler
topic-line = { $first }{ $others ->
    [0] {""}
   *[other] {"\u00A0· "}{ $others }{"\u00A0"}rehber daha
}
home-search = Bir işlem arayın
guides = Rehberler
campaigns = Kampanyalarımız
archive = Arşiv:
related = Bunları da okuyun
see-also-sections = Alt bölümler
parts = Listenin devamı
empty-list = Burada henüz bir şey yayımlanmadı.

## Arama sayfası

address-search = arama
search = Arama
index-title = A’dan Z’ye
search-title = Arama
search-label = Bir veya birkaç kelime:
search-button = Ara
search-more = Daha fazla sonuç
search-count = Sonuç sayısı:
search-none = Hiçbir sayfada bu kelimeler yok. Başka kelimeler deneyin, aşağıdaki listeye bakın veya gişede sorun.
search-without = Tarayıcınızda JavaScript yok: aşağıdaki listede arayın.

## Bir rehber

how-to = Nasıl yapılır
route-in-person = Şahsen
route-paper = Posta ile
route-phone = Telefonla
route-online = İnternetten
show-others = Diğerlerini göster
appointment-none = Randevusuz
appointment-possible = Randevulu veya randevusuz
appointment-recommended = Randevu alınması önerilir
appointment-required = Randevu ile
for-whom = Kimler için:
output = Elde edeceğiniz:
outcome = Elde edeceğiniz
form-number = no. { $number }
form-cerfa = Cerfa formu no. { $number }
form-cerfa-notice = Cerfa açıklama notu no. { $number }
form-edition = { $edition }. baskı
find = En yakınını bulmak için:
form-where = Nereden alınır:
form-online = Okumak veya yazdırmak için:
send-to = Gönderileceği yer:
account = Gerekli hesap:
evidence = Hazırlanacak belgeler
practical = Ücret ve süre
cost = Ücret
cost-free = Ücretsiz
processing-time = Cevap süresi
deadline = Son tarih
appeal = Ret halinde
legal-texts = Yasal metinler
authority = Yetkili makam:

expired = Bu sayfa { $date } tarihinden beri geçerli değil.
expired-help = Ona güvenmeyin: bugün neyin geçerli olduğunu gişede sorun.
overdue = { $date } tarihinden beri gözden geçirilmesi gerekiyor: gişede teyit ettirin
online-only = Bu işlem yalnızca internetten yapılabilir.
online-only-since = { $since } itibarıyla bu işlem yalnızca internetten yapılabiliyor.
online-only-since-day = { $day } tarihinden beri bu işlem yalnızca internetten yapılabiliyor.
online-only-contested = İtiraz eden: { $who }.

## Bir yazı, bir kurum

by = Yazan:
campaign = Kampanya:
attachments = Ekli dosyalar
kilobytes = kB
services-here = Burada yapılabilenler
contact = Neredeyiz ve bize nasıl ulaşılır

## İletişim kartı

phone = Telefon
price-free = ücretsiz arama
price-premium = ücretli özel numara
colon = :
email = E-posta
website = Web sitesi
hours = Açılış saatleri:
postal-address = Posta adresi:
access = Ulaşım ve giriş:
step-free = basamaksız giriş
not-step-free = basamaklı giriş
serves = Hizmet verdiği yer:

## Tarihler, kaynaklar

published-on = Yayım tarihi:
reviewed-on = Kontrol tarihi:
review-every = yeniden kontrol aralığı: { $period }
review-every-years = { $count ->
    [one] her yıl yeniden kontrol edilir
   *[other] { $count } yılda bir yeniden kontrol edilir
}
review-every-months = { $count ->
    [one] her ay yeniden kontrol edilir
   *[other] { $count } ayda bir yeniden kontrol edilir
}
review-every-days = { $count ->
    [one] her gün yeniden kontrol edilir
   *[other] { $count } günde bir yeniden kontrol edilir
}
topic = Konu:
tagged = Anahtar kelimeler:
sources = Kaynaklar:
source-date = güncelleme tarihi
source-id = bilgi föyü

## Yasal bilgiler

legal-publisher = Yayımlayan
legal-editor = Yayın sorumlusu
legal-host = Barındırma
legal-licence = Yeniden kullanım
legal-privacy = Gizlilik
legal-privacy-text = Bu site çerez bırakmaz, ziyaretleri ölçmez ve başka yerden hiçbir şey yüklemez.
not-found-text = Bu adres hiçbir sayfaya götürmüyor. Değişmiş olabilir.
not-found-help = Ana sayfaya dönün veya gişede yardım isteyin:

## Uyarılar, tablolar, notlar

table = Tablo
local-note = Yakınınızda
moved = Bu sayfanın yeni adresi:
notes = Notlar
alert-note = Not
alert-tip = Öneri
alert-important = Önemli
alert-warning = Dikkat
alert-caution = Uyarı

## Kurum türleri, tekil ve çoğul

kind-mairie = Belediye (mairie)
kind-prefecture = Valilik (préfecture)
kind-caf = Aile yardım sandığı (Caf)
kind-cpam = Sağlık sigortası sandığı (CPAM)
kind-carsat = Emeklilik sandığı (Carsat)
kind-msa = Tarım sosyal güvenliği (MSA)
kind-mdph = Engelli kişiler merkezi (MDPH)
kind-ccas = Belediye sosyal yardım merkezi (CCAS)
kind-france-services = France Services
kind-france-travail = France Travail (iş ve işsizlik)
kind-tribunal = Mahkeme
kind-conseil-departemental = İl meclisi (conseil départemental)
kind-maison-de-justice = Adalet ve hukuk evi
kind-banque-de-france = Banque de France
kind-bureau-de-poste = Postane
kind-commissariat = Karakol
kind-gendarmerie = Jandarma
kind-impots = Vergi dairesi
kind-syndicat = Sendika
kind-association = Dernek
kind-centre-de-contact = Çağrı merkezi
kind-other = Diğer
kinds-centre-de-contact = Çağrı merkezleri
kinds-mairie = Belediyeler (mairies)
kinds-syndicat = Sendikalar
kinds-association = Dernekler
kinds-caf = Aile yardım sandıkları (Caf)
kinds-cpam = Sağlık sigortası sandıkları (CPAM)
kinds-ccas = Belediye sosyal yardım merkezleri (CCAS)
kinds-mdph = Engelli kişiler merkezleri (MDPH)
kinds-france-services = France Services
kinds-prefecture = Valilikler
kinds-carsat = Emeklilik sandıkları (Carsat)
kinds-msa = Tarım sosyal güvenliği sandıkları (MSA)
kinds-france-travail = France Travail
kinds-tribunal = Mahkemeler
kinds-conseil-departemental = İl meclisleri
kinds-maison-de-justice = Adalet ve hukuk evleri
kinds-banque-de-france = Banque de France
kinds-bureau-de-poste = Postaneler
kinds-commissariat = Karakollar
kinds-gendarmerie = Jandarma karakolları
kinds-impots = Vergi daireleri

## Tarihler, saatler, tutarlar

date-long = { $day } { $month } { $year }
month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
day-1 = pazartesi
day-2 = salı
day-3 = çarşamba
day-4 = perşembe
day-5 = cuma
day-6 = cumartesi
day-7 = pazar
hours-line = { $days }: { $times }
hours-one-day = { $day }
hours-range-days = { $from }–{ $to }
hours-range = { $from }–{ $to }
hours-from = { $from } itibarıyla
hours-closed = kapalı: { $days }
hours-always-closed = kapalı
hours-always = her gün, her saat
hours-public-holidays = resmî tatillerde
hours-school-holidays = okul tatillerinde
hours-also = ayrıca { $hours }
hours-else = diğer hallerde { $hours }
hours-every-day = her gün
hours-all-day = 24 saat
hours-overnight = { $from } – ertesi gün { $to }
hours-or-later = { $hours } veya daha geç
hours-years-from = { $year } yılından itibaren
hours-year = { $year } yılında
hours-years = { $from }–{ $to }
hours-month = { $month } ayında
hours-months = { $from }–{ $to }
hours-one-date = { $date }
hours-dates = { $from } – { $to }
hours-odd-weeks = tek haftalarda
hours-even-weeks = çift haftalarda
hours-nth-day = ayın { $nth } { $day } günü
nth-1 = ilk
nth-2 = ikinci
nth-3 = üçüncü
nth-4 = dördüncü
nth-5 = beşinci
nth-last = son
date-short = { $day } { $month }
time-hour = { $hour }.00
time-minute = { $hour }.{ $minute }
list-last = { $first } ve { $last }
period-years = { $count } yıl
period-months = { $count } ay
period-days = { $count } gün
decimal-separator = ,
comma = { ", " }
thousands-separator = { "." }
separator = { "; " }
money-euro = { $amount } €

## Yazdırılacak bilgi föyleri

address-sheets = foyler
sheet-file-a4 = a4
sheet-file-large-print = buyuk-punto
sheet-file-booklet = kitapcik
sheet-file-reading = okuma
sheet-file-leaflet = brosur
sheet-file-poster = afis
sheet-file-poster-a3 = afis-a3
sheet-file-tract = bildiri
sheet-file-bilingual = iki-dilli
sheet-file-binder = klasor
address-messages = mesajlar
text-only = Düz metin, mesaj veya e-posta için
sheets-title = Yazdırılacak bilgi föyleri
sheet-edition = Baskı
sheet-page = sayfa
sheet-my-notes = Benim işlemim için
sheet-appointment = Randevu tarihi
sheet-at = saati
sheet-with = kiminle
sheet-file-number = Dosya numarası:
sheet-own-notes = Notlarım
sheet-call = Sorunuz mu var? Arayın:
sheet-acronyms = Kısaltmalar —
sheet-notes = Notlar ve adresler
sheet-online = Bu föy internette:
sheet-qr-alt = QR kodu: bu baskı hâlâ geçerli mi?
sheet-qr-help = QR kodu bu baskının hâlâ geçerli olup olmadığını söyler.
sheet-about = Kısaca
sheet-steps = Adım adım
sheet-contacts = Bize nasıl ulaşılır
sheet-continued = Devamı tam föydedir: gişede isteyin.
sheet-litter = Lütfen yere atmayın
sheet-contents = İçindekiler
sheet-directory = Kurumlar
sheet-up-to-date = Güncelleme tarihi:
sheet-more-points = Başka yerler de var: tam föyde yazılıdır.
sheet-name-a4 = A4
sheet-name-large-print = A4, büyük punto
sheet-name-booklet = Kitapçık, yazdırıp katlamak için
sheet-name-booklet-reading = Kitapçık, sayfa sayfa okumak için
sheet-name-leaflet = Broşür, üçe katlamak için
sheet-name-poster = Koparılacak şeritli afiş, A4
sheet-name-poster-a3 = Koparılacak şeritli afiş, A3
sheet-name-tract = El ilanı, bir kâğıtta iki tane, kesmek için
sheet-name-tract-reading = El ilanı, sayfa sayfa okumak için
sheet-name-bilingual = A4, iki dil yan yana
sheet-name-binder = Klasör: hepsi bir arada
sheet-pages = { $count } sayfa
sheet-archive = Bütün föyler: { $title }
sheet-list-help = Bu föyler her yazıcıda siyah beyaz basılır. Fotokopisi iyi çıkar.
sheet-list-folding = Sıradan A4 kâğıt yeterlidir. Kitapçıklar ve broşürler arkalı önlü, kısa kenardan çevrilerek basılır ve katlanır; el ilanları ikiye kesilir.
sheet-formats = Biçimler (PDF)
sheet-pdf = PDF föyü
sheet-none = Bu sayfanın şimdilik yazdırılacak föyü yok. Sayfanın kendisini yazdırabilirsiniz.
sheet-section-title = Yazdırılacak bilgi föyleri: { $title }
sheet-details = Ayrıntılar

## Föylerin baskıları

address-editions = baskilar
editions-title = Föyüm hâlâ geçerli mi?
editions-help = Her föyde sayfanın altında, “Baskı” kelimesinden sonra bir kod vardır. Burada aynı kod varsa föy hâlâ bugün geçerli olanı söyler. Yalnızca sondaki dört harf ve rakam önemlidir.
editions-by-code = Kodunuz var mı? İlk karakterini seçin:
editions-current = Geçerli baskılar
editions-sheet = Föy
editions-edition = baskı
editions-letter = Kodu { $letter } ile başlayan baskılar
editions-letter-help = Föyünüzün kodunu sayfanın altında, “Baskı” kelimesinden sonra arayın.
editions-holds = Bu föy hâlâ geçerli.
editions-replaced = Bu föyün yerine yenisi çıktı: yenisini isteyin.
editions-withdrawn = Bu föy artık yayımlanmıyor: bugün neyin geçerli olduğunu gişede sorun.
editions-now = Geçerli baskı:
editions-changes = O zamandan beri değişenler:
editions-unknown = Burada olmayan bir kod yanlış okunmuştur veya daha eski bir föyündür: yenisini isteyin. Bir kod dört karakterdir; B, G, I, L, N, O, Q, S, V, Z harfleri ve 0, 1, 5 rakamları hiç bulunmaz.
editions-link = Eski bir föyünüz mü var? Hâlâ geçerli mi, bakın
edition-part-title = başlık
edition-part-summary = özet
edition-part-routes = başvuru yolları, adresler, saatler veya telefonlar
edition-part-evidence = hazırlanacak belgeler
edition-part-text = açıklamalar
edition-part-practical = ücret veya süreler
edition-part-appeal = itiraz yolları
edition-part-contact = adres, saatler veya telefon
edition-part-pages = bir veya birkaç sayfası
edition-part-other = kaynaklar
edition-first = kayıtlı ilk baskı

## Kapsam raporu

address-coverage = kapsam
coverage-title = İşlemler ve başvuru yolları
coverage-sentence = Bu sitede { $procedures } işlem: { $off_line } işlem internetsiz yapılabilir, { $online_only ->
    [0] hiçbirinin tek yolu internet değil
   *[other] { $online_only } işlemin tek yolu internet
}.
coverage-headline = { $share ->
    [all] Bu sitedeki bütün işlemler internetsiz yapılabilir
    [none] Bu sitedeki hiçbir işlem internetsiz yapılamaz
   *[some] { $procedures } işlemin { $count } tanesi internetsiz yapılabilir
}
coverage-of = { $procedures } işlemden { $count }
coverage-share = { $count } (%{ $percent })
coverage-on = Durum tarihi:
coverage-how = Her sayı aşağıdaki listelerdeki rehberleri sayar.
coverage-information = Yalnızca açıklayan, sayılmayan rehberler:
coverage-data = Bütün veriler (CSV)
coverage-chart = Her başvuru yoluna göre işlemlerin payı
coverage-online-only = Yalnızca internetten yapılabilen işlemler
coverage-declared = bildirilmiş
coverage-no-route = Hiçbir başvuru yolu göstermeyen rehberler
coverage-more = Diğerleri verilerde. Sayıları:
coverage-since = Bu tarihten beri değişenler:
coverage-before-now = İnternetsiz: o zaman { $before }, bugün { $now }.
coverage-no-change = Hiçbir başvuru yolu değişmedi.
coverage-lost = Kapanan başvuru yolları
coverage-gained = Yeni başvuru yolları
coverage-added = Yeni rehberler
coverage-withdrawn = Kaldırılan rehberler
coverage-topics = Konuya göre
coverage-authorities = Makama göre
coverage-share-of = İnternetsiz yapılabilenler, sonra her başvuru yolu:
coverage-unnamed = belirtilmemiş
coverage-in-person = Gişe
coverage-paper = Kâğıt
coverage-phone = Tel.
coverage-online = İnternet
coverage-guides = Rehber rehber
coverage-informs = yalnızca açıklar
coverage-out-of-date = gözden geçirilecek
coverage-lix = Lix: cümlelerin uzunluğu ve uzun kelimelerin payı (C.-H. Björnsson, 1968). 40’ın altında bir metin kolay okunur; 50’nin üstünde zordur.

## İnternetsiz yerler için kit

address-kit = ac
address-kit-readme = beni-oku
address-kit-contents = icindekiler
kit-lead = Bu klasörde bütün site var: internetsiz, bir bellekten veya diskten açılır.
kit-contents = Yazdırılacak içindekiler listesi
kit-help = Dosyaları bir arada tutun: sayfalar föylerini ve aramayı yerlerinde bulur.
kit-contents-how = Bellekteki nasıl açılır
kit-step-copy = Bütün klasörü kopyalayın veya bellekte bırakın. Zip dosyasındaysa önce açın.
kit-step-open = “{ $file }” dosyasını açın: tarayıcı siteyi gösterir. Bağlantı kullanılmaz.
kit-step-print = Yazdırılacak bilgi föyleri PDF dosyalarıdır: kendilerine götüren sayfaların yanındadır.

## Erişilebilirlik bildirimi

address-accessibility = erisilebilirlik
access-title = Erişilebilirlik
access-link = Ne kontrol ediliyor, ne edilmiyor, kime söylenir
access-lead = Bu site herkes okuyabilsin diye yapıldı: ekran okuyucuyla, klavyeyle, büyük yazıyla, eski bir cihazda veya kâğıtta.
access-verified = Görünümün her sürümünde kontrol edilenler
access-rules = Hiçbir sayfa, bir programın kontrol edebildiği WCAG 2.2 kurallarını (A ve AA düzeyleri) 320 ve 1280 piksel genişlikte çiğnemez (axe-core).
access-valid = Her sayfa geçerli HTML’dir (W3C’nin denetleyicisi vnu).
access-contrast = Metnin karşıtlığı açıkta da koyuda da en az 7’ye 1’dir.
access-zoom = 320 piksel genişlikte, iki kat büyük veya daha aralıklı harflerle hiçbir şey kesilmez ve yana kaymaz.
access-keyboard = Her şey klavyeyle, sayfanın sırasıyla yapılabilir ve nerede olduğunuz hep görünür.
access-colours = Cihazın zorladığı renklerle çerçeveler ve bağlantılar görünmeye devam eder.
access-order = Ekran okuyucu önce başlığı, sonra internetsiz yolları, sonra belgeleri, sonra adımları okur.
access-old = JavaScript olmadan, eski veya metin tarayıcılarında her şey okunur.
access-sheets = PDF föyleri etiketlidir (PDF/UA-1): başlıklar, listeler, tablolar, diller ve resim metinleri.
access-not = Kontrol edilmeyenler
access-not-text = Bir program her şeyi görmez. Görünümü hazırlayanlar onu Fransız RGAA’nın 106 ölçütüyle tek tek karşılaştırdı: bu, bu sitenin bir denetimi değildir. Henüz kimse bütün sayfaları bütün ekran okuyucularla denemedi. Metinlerin ve resim açıklamalarının niteliği yazanlara bağlıdır.
access-help = Bir sorun mu var?
access-help-text = Bize söyleyin: gişede, postayla veya telefonla. Size bir sayfayı okuyabilir veya büyük puntolu föyünü gönderebiliriz.
