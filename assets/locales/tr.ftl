# See en.ftl for the context of each message.

## Everywhere

language = Dil
dismiss = Kapat
show-password = Parolayı göster
opening = Bir saniye…
try-again = Yeniden dene
cancel = İptal
or = veya
back = Geri
help = Yardım
still-trying = Hâlâ deneniyor. İnternetiniz yavaş olabilir.
privacy = Gizlilik
terms = Koşullar
page-open-failed = Hiçbir tarayıcı açılamadı. Bu adresi bir tarayıcıya kopyalayın:
mail-open-failed = Hiçbir posta uygulaması açılamadı. Bu adresi bir posta uygulamasına kopyalayın:
problems = Lütfen şunlara bir daha bakın:
try-again-in = { $time } sonra yeniden deneyin
text-size = Metin boyutu %{ $percent }

## Forgot password

forgot-title = Parolanızı mı unuttunuz?
forgot-lead = Hesabınızın e-posta adresini yazın. Yeni bir parola seçmeniz için size bir bağlantı göndereceğiz.
forgot-lead-code = Hesabınızın e-posta adresini yazın. Yeni bir parola seçmeniz için size bir kod göndereceğiz.
hosted-lead = Yeni parolayı tarayıcınızda açılacak olan { $host } adresinde seçeceksiniz.
hosted-open = Sayfayı aç
hosted-opened-title = Tarayıcınızda devam edin
hosted-opened-text = { $host } adresini tarayıcınızda açtık. Yeni parolayı orada seçin, sonra oturum açın.
hosted-open-again = Sayfayı yeniden aç
email = E-posta adresi
send = Kurtarma e-postası gönder
sending = Gönderiliyor…
did-you-mean = Bunu mu demek istediniz: { $suggestion }?
back-to-email = Yoldaki e-postaya geri dön
back-to-sign-in = Oturum açmaya dön

email-missing = E-posta adresinizi yazın.
email-malformed = Bu bir e-posta adresine benzemiyor. name@example.org örneğindeki gibi bir @ içermesi gerekir.
email-refused = Hizmet bu adresi kabul etmiyor. Yazım hatası olup olmadığına bakın.
code-too-early = Bu bir kurtarma kodu. Yalnızca istendiği cihazda çalışır. Burada yeni bir kod almak için e-posta adresinizi yazın.

## Check your email

check-title = E-postanıza bakın
check-lead = { $email } adresine ait bir hesap varsa, içinde bağlantı olan bir e-posta yolda.
check-lead-code = { $email } adresine ait bir hesap varsa, içinde kod olan bir e-posta yolda.
check-lead-both = { $email } için bir hesap varsa bağlantı ve kod içeren bir e-posta alacaksınız.
hosted-check = İçindeki bağlantı, tarayıcınızda bu hizmetin bir sayfasını açar. Yeni parolayı orada seçin.
check-spam = Bir dakika sürebilir. Bir şey gelmezse istenmeyen e-posta klasörüne bakın ya da adresi kontrol edin.
open-mail = Posta uygulamasını aç
mail-app-open-failed = Posta uygulaması açılamadı. Kendiniz açın.
open-webmail = { $name } sitesini aç
paste-label = E-postadaki bağlantıyı yapıştırın
paste-hint = Bağlantıyı açtığınızda buraya gelmezseniz bunu kullanın.
code-label = Kodu yazın ya da bağlantıyı yapıştırın
code-only-label = E-postadaki kodu yazın
continue = Devam et
checking = Kontrol ediliyor…
resend = E-postayı yeniden gönder
resend-in = { $time } sonra yeniden gönder
resent = Yeniden gönderildi. En yeni e-postayı kullanın.
change-address = Başka bir adres kullan
no-mailbox = Bu posta kutusuna erişemiyor musunuz?
no-mailbox-lead = Yalnızca bu posta kutusunu okuyabilen biri yeni bir parola seçebilir. Bu, sizi yabancılardan korur. Çoğu zaman bir yolu vardır:
no-mailbox-provider-title = Posta kutunuza yeniden erişin
no-mailbox-provider-text = E-posta sağlayıcınızın, posta kutusu için kendi kurtarma yöntemi vardır. Oradan başlayın.
no-mailbox-other-title = Başka bir adres deneyin
no-mailbox-other-text = Hesabınıza ait başka bir adres daha varsa onu kullanın.
no-mailbox-support-title = Desteğe başvurun
no-mailbox-support-text = Olmazsa bu hizmeti yürütenlere başvurun. Kim olduğunuzu bilmek isteyeceklerdir.

no-link-or-code-found = Bu ne bağlantının ne de kodun tamamı. E-postadan bir kez daha kopyalayın.
code-incomplete = Bu, kodun tamamı değil. E-postadan bir kez daha kopyalayın.
link-incomplete = Bu bağlantı eksik. İlk karakterinden son karakterine kadar tamamını kopyalayın.
link-of-other-service = Bu bağlantı başka bir hizmete ait.
link-of-click-tracker = Bu bağlantı, tıklamaları sayan bir hizmetten geçiyor. Bağlantıyı e-postadan açın ya da kodu oradan kopyalayın.
code-wrong = Kod bu değil. En yeni e-postadaki kodla karşılaştırın.
code-wrong-tries = { $tries ->
    [one] Kod bu değil. Bir deneme hakkınız kaldı; e-postadaki bağlantı her durumda çalışır.
   *[other] Kod bu değil. { $tries } deneme hakkınız kaldı.
  }
code-expired = Bu kod artık geçerli değil. Aynı e-postadaki bağlantıyı açın ya da yeni bir e-posta isteyin.
code-used = Bu e-postayla daha önce bir parola belirlendi.
code-superseded = Daha yeni bir e-posta var. Oradaki kodu kullanın.
code-invalid = Bu kod burada çalışmaz. E-postadaki bağlantıyı açın ya da yeni bir e-posta isteyin.
code-only-invalid = Bu kod artık geçerli değil ya da burada geçerli değil. Yeni bir e-posta isteyin.

## Choose a new password

reset-title = Yeni bir parola seçin
reset-checking = Bağlantınız kontrol ediliyor…
reset-for = { $email } adresli hesap için.
new-password = Yeni parola
confirm-password = Yeni parolayı tekrarlayın
second-factor = Kimlik doğrulama uygulamanızdaki kod
second-factor-hint = Bu hesap böyle bir uygulamayla korunuyor. Uygulama yarım dakikada bir yeni kod gösterir.
set-password = Yeni parolayı belirle
setting-password = Belirleniyor…
rule-length = En az { $min } karakter
rule-length-so-far = { $have } / { $min } karakter
rule-length-refused = { $have } / { $min } karakter. { $more } karakter daha ekleyin.
rule-leaks = Bilinen veri sızıntılarında yok
tip-words = Yalnızca sizin yan yana getireceğiniz birkaç sözcüğü akılda tutmak kolaydır.
tip-manager = Parola yöneticinize kaydedin.
minutes-left = Tamamlamak için { $minutes } dakikanız kaldı.
expires-soon-title = Bu bağlantının süresi { $minutes } dk içinde doluyor
expires-soon-text = Yazdıklarınız burada kalır.
renew = Yeni bağlantı al
renewed = Yeni bir e-posta yolda. İçindeki bağlantıyı açın; yazdıklarınız burada kalır.
caps-lock = Caps Lock açık.

strength = Parola gücü
strength-0 = çok zayıf
strength-1 = zayıf
strength-2 = orta
strength-3 = iyi
strength-4 = güçlü
advice-common = Birçok kişi bunu ya da çok benzerini kullanıyor.
advice-keyboard = Yan yana duran tuşlar ilk tahmin edilenler arasındadır.
advice-repeat = Bir şeyi tekrarlamak parolayı pek güçlendirmez.
advice-sequence = abc ya da 6543 gibi diziler ilk tahmin edilenler arasındadır.
advice-date = Yılları ve tarihleri tahmin etmek kolaydır.
advice-word = Tek bir sözcüğü tahmin etmek kolaydır.
advice-name = Adları tahmin etmek kolaydır.
advice-substitution = a yerine @ yazmak tahmin etmeyi zorlaştırmaz.
advice-more-words = Bir iki sözcük daha ekleyin; ne kadar alışılmadıksa o kadar iyi.

breach-checking = Çalınmış parolalar arasında aranıyor…
breach-unknown = Çalınmış parolaların listesine bakılamadı. Devam edebilirsiniz.

password-missing = Yeni bir parola yazın.
password-refused = Hizmet bu parolayı kabul etmiyor. Daha uzun bir parola deneyin.
passwords-differ = İki parola farklı. İkincisini yeniden yazın ya da birincisini gösterip bakın.
second-factor-wrong = Kimlik doğrulama uygulamanızın şu anda gösterdiği kodu yazın. Her kod yalnızca bir kez geçerlidir.
too-short = Çok kısa: daha fazla karakter kullanın.
too-short-min = Çok kısa: en az { $min } karakter kullanın.
too-long = Çok uzun: daha az karakter kullanın.
too-long-max = Çok uzun: en fazla { $max } karakter kullanın.
too-many-bytes = Çok uzun: { $max } düz harf ve rakamlık yer var. Türkçeye özgü harfler, başka alfabeler ve emojiler ikişer ila dörder yer kaplar.
password-characters = Karakter türü çok az: küçük ve büyük harfleri, rakamları ve ! ya da ? gibi işaretleri karıştırın.
password-common = Tahmin etmesi çok kolay: birçok kişi buna benzer bir parola kullanıyor.
password-breached = Çalınmış parolaların listesinde yer alıyor: başka bir tane seçin.
password-personal = E-posta adresinizin bir bölümünü içeriyor: o bölümü çıkarın.
password-product-name = Bu hizmetin adını içeriyor: adı çıkarın.
password-same = Bu, şu anki parolanız: yeni bir tane seçin.

## Done

done-title = Parolanız değiştirildi
done-for = Yeni parolayla { $email } olarak oturum açın.
sessions-ended = Saat { $time } itibarıyla diğer her yerde oturumunuz kapatıldı. Oralarda yeni parolayla yeniden oturum açın.
sessions-kept = Diğer cihazlarda oturumunuz hâlâ açık olabilir. Eski parolanızı başka birinin bilme ihtimali varsa hesap ayarlarınızdan o cihazlardaki oturumları kapatın.
close-hint = Bu pencereyi kapatıp oturum açabilirsiniz.

## A link that does not work

expired-title = Bu bağlantının süresi doldu
expired-text = Güvenliğiniz için bir bağlantı yalnızca kısa süre çalışır. Yenisini almak bir dakika sürmez.
used-title = Bu bağlantı daha önce kullanıldı
used-text = Onunla yeni bir parola belirlendi. Bunu yapan siz değilseniz hemen yeni bir bağlantı isteyin ve başka bir parola seçin.
superseded-title = Daha yeni bir e-posta var
superseded-text = Daha yeni bir e-posta bu bağlantının yerini aldı. En yenisini açın ya da bir tane daha isteyin.
other-device-title = Bu bağlantı başka bir cihaza ait
other-device-text = Başka bir cihazdan istendi ve yalnızca orada çalışır. Orada açın ya da buradan yeni bir bağlantı isteyin.
damaged-title = Bu bağlantı bozuk
damaged-text = Bir bölümü eksik ya da değişmiş; bazı posta programları bağlantıları bozar. E-postadan yeniden açın ya da yeni bir bağlantı isteyin.
other-service-title = Bu bağlantı başka bir hizmet için
other-service-text = Bu hizmete götürmüyor, bu yüzden hiçbir yere bir şey gönderilmedi. Beklediğiniz bir e-posta değilse silin.
hosted-link-title = Parola, hizmetin sayfasında seçilir
hosted-link-text = Bu uygulama bağlantıyı kullanamaz; bu yüzden hiçbir şey değişmedi. Bağlantıyı e-postadan tarayıcınızda açın ve yeni parolayı o sayfada seçin.
send-new-link = Bana yeni bağlantı gönder
ask-new-link = Yeni bağlantı iste
other-device-ask = Bu cihaz için bağlantı iste

## The service cannot be reached, or does not answer

offline = Hizmete ulaşılamıyor. İnternet bağlantınızı kontrol edip yeniden deneyin.
offline-title = Çevrimdışısınız
offline-text = İnternet geri gelir gelmez işlem kendiliğinden sürer; yazdıklarınız kaybolmaz.
waiting-for-connection = Bağlantı bekleniyor…
wait-title = Çok fazla deneme yapıldı
wait-text = Lütfen bir dakika bekleyin.
down-title = Hizmette şu anda bir sorun var
down-text = Birkaç dakika sonra yeniden deneyin.
timed-out = Hizmet zamanında yanıt vermedi. Yeniden deneyin.
tls-error = Hizmetle güvenli bir ağ bağlantısı kurulamadı. Herkese açık bir ağdaysanız önce o ağda oturum açın; bu cihazın tarihini ve saatini de kontrol edin.
proxy-error = Ağınızın proxy sunucusu hizmete bağlanmayı reddetti. Bu ağı yönetene danışın ya da başka bir ağ kullanın.
rate-limited = Çok fazla deneme yapıldı. Lütfen { $time } bekleyin.
rate-limited-no-time = Çok fazla deneme yapıldı. Lütfen bir dakika bekleyin.
not-configured = Bu uygulama, hesabınızın hangi hizmette olduğunu bilmiyor. Uygulamayı size veren kişi ya da kuruluş bunu ayarlayabilir.
unexpected-response = Hizmetin yerine başka bir şey yanıt verdi. Herkese açık bir ağdaysanız önce o ağda oturum açın; değilseniz yardım isteyin.
invalid-response = Hizmet, bu uygulamanın anlamadığı bir yanıt verdi. Daha sonra yeniden deneyin ya da yardım isteyin.
invalid-response-details = Hizmet, bu uygulamanın anlamadığı bir yanıt verdi. Daha sonra yeniden deneyin. Yardım isterseniz şunu söyleyin: { $answer }

## Shown once, above the screen

memory-only = Bu cihazda açık bir anahtar deposu yok; bu yüzden uygulama kapanınca bu istek unutulur. İşiniz bitene kadar uygulamayı açık tutun.
newer-link = Daha yeni bir bağlantı açıldı. Şimdi o kullanılıyor.
bad-link-ignored = Çalışmayan başka bir bağlantı açıldı. Buradan devam edebilirsiniz.
clock-wrong = Bu cihazın saati yanlış, bu yüzden burada gösterilen zamanlar doğru olmayabilir. Cihazın tarihini ve saatini ayarlayın.
