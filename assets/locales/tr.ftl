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
still-trying = Hâlâ deniyoruz. İnternetiniz yavaş olabilir.
privacy = Gizlilik
terms = Koşullar
page-open-failed = Tarayıcıyı açamadık. Bu adresi kopyalayıp tarayıcınıza yapıştırın:
mail-open-failed = E‑posta uygulamasını açamadık. Bu adresi kopyalayıp e‑posta uygulamanıza yapıştırın:
problems = Lütfen şunları düzeltin:
try-again-in = { $time } sonra yeniden dene
text-size = Metin boyutu: %{ $percent }

## Forgot password

forgot-title = Parolanızı mı unuttunuz?
forgot-lead = E‑posta adresinizi girin, yeni bir parola belirlemeniz için size bağlantı gönderelim.
forgot-lead-code = E‑posta adresinizi girin, yeni bir parola belirlemeniz için size kod gönderelim.
hosted-lead = Yeni parolanızı, tarayıcınızda açılacak { $host } sayfasında belirleyeceksiniz.
hosted-open = Tarayıcıda devam et
hosted-opened-title = Tarayıcınızda devam edin
hosted-opened-text = { $host } sayfasını tarayıcınızda açtık. Yeni parolanızı orada belirleyin, sonra oturum açın.
hosted-open-again = Sayfayı yeniden aç
email = E‑posta adresi
send = Sıfırlama e‑postası gönder
sending = Gönderiliyor…
did-you-mean = Bunu mu demek istediniz: { $suggestion }?
back-to-email = E‑postaya dön
back-to-sign-in = Oturum açmaya dön

email-missing = E‑posta adresinizi girin.
email-malformed = Adresi ad@example.com biçiminde girin.
email-refused = Bu hizmette bu adres kullanılamıyor. Yazım hatası olup olmadığına bakın.
code-too-early = Bu bir kod. Kodlar yalnızca talep edildikleri cihazda çalışır. Burada yeni bir kod almak için e‑posta adresinizi girin.

## Check your email

check-title = E‑postanıza bakın
check-lead = { $email } için bir hesap varsa bağlantı içeren bir e‑posta alacaksınız.
check-lead-code = { $email } için bir hesap varsa kod içeren bir e‑posta alacaksınız.
check-lead-both = { $email } için bir hesap varsa bağlantı ve kod içeren bir e‑posta alacaksınız.
hosted-check = Bağlantı, bu hizmetin bir sayfasını tarayıcınızda açar. Yeni parolanızı orada belirleyin.
link-lifetime = Bağlantıyı { $minutes } dakika içinde açın.
link-lifetime-hours = Bağlantıyı { $hours } saat içinde açın.
link-lifetime-days = Bağlantıyı { $days } gün içinde açın.
check-spam = Bir dakika içinde gelmedi mi? Spam klasörünüze ve yukarıdaki adrese bakın.
check-spam-quota = Bir dakika içinde gelmedi mi? Spam klasörünüze ve yukarıdaki adrese bakın. Bu hizmet sınırlı sayıda e‑posta gönderiyor. Bir şey gelmezse bir saat sonra yeniden deneyin.
open-mail = E‑postayı aç
mail-app-open-failed = E‑posta uygulamanızı açamadık. Lütfen kendiniz açın.
open-webmail = { $name } sitesini aç
paste-label = E‑postadaki bağlantıyı yapıştırın
paste-hint = Bağlantı uygulamayı açmıyorsa bunu kullanın.
paste-or-code-hint = E‑postada kod varsa bağlantı yerine onu da girebilirsiniz.
code-label = Kodu girin veya bağlantıyı yapıştırın
code-only-label = E‑postadaki kodu girin
continue = Devam et
checking = Kontrol ediliyor…
resend = Yeniden gönder
resend-in = Yeniden gönder: { $time }
resent = Yeniden gönderildi. Yalnızca en son e‑posta geçerli.
change-address = Başka e‑posta kullan
no-mailbox = Posta kutusuna erişemiyor musunuz?
no-mailbox-lead = Hesabınıza başkaları giremesin diye sıfırlama e‑postalarını yalnızca hesabın adresine gönderiyoruz. Yine de seçenekleriniz var:
no-mailbox-provider-title = Posta kutunuza yeniden erişin
no-mailbox-provider-text = E‑posta sağlayıcınız size yardımcı olabilir.
no-mailbox-other-title = Başka bir adres deneyin
no-mailbox-other-text = Hesabınıza eklediğiniz başka bir adresi kullanın.
no-mailbox-support-title = Destek ekibine ulaşın
no-mailbox-support-text = Sizden kim olduğunuzu kanıtlamanızı isteyeceğiz.

no-link-or-code-found = Bu, kodun veya bağlantının tamamı değil. E‑postadan yeniden kopyalayın.
code-incomplete = Bu, kodun tamamı değil. E‑postadan yeniden kopyalayın.
link-incomplete = Bu bağlantı eksik. E‑postadan tamamını kopyalayın.
link-of-other-service = Bu bağlantı başka bir hizmete ait.
link-of-click-tracker = Bu bağlantı, tıklamaları sayan bir hizmetten geçiyor. Bağlantıyı e‑postadan açın veya kodu oradan kopyalayın.
code-wrong = Kod doğru değil. En son e‑postadaki kodla karşılaştırın.
code-wrong-tries = { $tries ->
    [one] Kod doğru değil. { $tries } deneme hakkınız kaldı.
   *[other] Kod doğru değil. { $tries } deneme hakkınız kaldı.
  }
code-wrong-last-try = Kod doğru değil. 1 deneme hakkınız kaldı. Ondan sonra bağlantıyı kullanın.
code-only-wrong-last-try = Kod doğru değil. 1 deneme hakkınız kaldı. Ondan sonra e‑postayı yeniden gönderin.
code-wrong-or-expired = Kod doğru değil veya süresi dolmuş. En son e‑postadaki kodu kullanın veya e‑postayı yeniden gönderin.
code-expired = Bu kodun süresi doldu. Aynı e‑postadaki bağlantıyı açın veya e‑postayı yeniden gönderin.
code-used = Bu e‑postayla daha önce bir parola belirlendi.
code-superseded = Daha yeni bir e‑posta var. Oradaki kodu kullanın.
code-invalid = Bu kod burada çalışmıyor. E‑postadaki bağlantıyı açın veya e‑postayı yeniden gönderin.
code-only-invalid = Bu kodun süresi doldu veya kod burada çalışmıyor. E‑postayı yeniden gönderin.

## Choose a new password

reset-title = Yeni bir parola belirleyin
reset-checking = Bağlantınız kontrol ediliyor…
reset-for = { $email } için
new-password = Yeni parola
confirm-password = Yeni parolayı yeniden girin
second-factor = Kimlik doğrulama uygulamanızdaki kod
second-factor-hint = Bu hesapta iki adımlı doğrulama açık.
set-password = Parolayı değiştir
setting-password = Parola değiştiriliyor…
rule-length = En az { $min } karakter
rule-length-so-far = { $have }/{ $min } karakter
rule-length-refused = { $have }/{ $min } karakter. { $more } tane daha ekleyin.
rule-leaks = Bilinen veri sızıntılarında yok
tip-words = Birbiriyle ilgisiz birkaç kelime kolayca akılda kalır.
tip-manager = Parola yöneticinize kaydedin.
minutes-left = Bu bağlantı { $minutes } dakika daha geçerli.
hours-left = Bu bağlantı { $hours } saat daha geçerli.
days-left = Bu bağlantı { $days } gün daha geçerli.
expires-soon-title = Bu bağlantının süresi { $minutes } dakika sonra doluyor
expires-soon-text = Yazdıklarınız burada kalır.
renew = Yeni bağlantı al
renewed = Yeni bağlantı yolda. Onu açın; yazdıklarınız burada kalır.
caps-lock = Caps Lock açık.

strength = Parola gücü
strength-0 = Çok zayıf
strength-1 = Zayıf
strength-2 = Orta
strength-3 = İyi
strength-4 = Güçlü
advice-common = Birçok kişi bunu veya çok benzerini kullanıyor.
advice-keyboard = Klavyede yan yana duran tuşlar ilk önce denenir.
advice-repeat = Tekrarlamak parolayı pek güçlendirmez.
advice-sequence = abc veya 6543 gibi diziler ilk önce denenir.
advice-date = Tarihleri ve yılları tahmin etmek kolaydır.
advice-word = Tek bir kelimeyi tahmin etmek kolaydır.
advice-name = Adları tahmin etmek kolaydır.
advice-substitution = a yerine @ yazmak pek işe yaramaz.
advice-more-words = Az kullanılan bir iki kelime daha ekleyin.

breach-checking = Bilinen veri sızıntıları kontrol ediliyor…
breach-unknown = Bilinen veri sızıntılarını kontrol edemedik. Devam edebilirsiniz.

password-missing = Yeni bir parola girin.
password-refused = Bu hizmet parolayı kabul etmedi. Daha uzun bir parola deneyin.
passwords-differ = Parolalar eşleşmiyor. İkincisini yeniden girin veya birincisini gösterip bakın.
second-factor-wrong = Kod doğru değil. Uygulamanızın şu anda gösterdiği kodu girin; her kod bir kez geçerlidir.
too-short = Daha fazla karakter kullanın.
too-short-min = En az { $min } karakter kullanın.
too-long = Daha az karakter kullanın.
too-long-max = En fazla { $max } karakter kullanın.
too-many-bytes = Çok uzun. { $max } düz harf ve rakama yer var; ş ve ğ gibi harflerin, başka alfabelerdeki harflerin ve emojilerin her biri iki ila dört karakterlik yer kaplar.
password-characters = Küçük ve büyük harfleri, rakamları ve ! veya ? gibi simgeleri birlikte kullanın.
password-common = Tahmin etmesi çok kolay. Daha az yaygın bir parola seçin.
password-breached = Bir veri sızıntısında bulundu. Başka bir parola seçin.
password-personal = E‑posta adresinizin parçalarını kullanmayın.
password-product-name = Bu hizmetin adını kullanmayın.
password-same = Bu, şu anki parolanız. Yeni bir parola seçin.

## Done

done-title = Parolanız değiştirildi
done-for = Yeni parolanızla { $email } hesabında oturum açın.
sessions-ended = Diğer tüm cihazlardaki oturumlar saat { $time } itibarıyla kapatıldı. O cihazlarda yeni parolanızla oturum açın.
sessions-kept = Diğer cihazlarda oturumunuz hâlâ açık olabilir. Eski parolanızı başka biri biliyorduysa o cihazlardaki oturumları hesap ayarlarınızdan kapatın.
close-hint = Bu pencereyi kapatabilirsiniz.

## A link that does not work

expired-title = Bu bağlantının süresi doldu
expired-text = Hesabınızın güvenliği için bağlantılar kısa süre geçerlidir. Yenisini alıp hemen devam edebilirsiniz.
invalid-or-expired-title = Bu bağlantı çalışmıyor
invalid-or-expired-text = Süresi dolmuş, daha önce kullanılmış veya eksik olabilir. En son e‑postadan bağlantının tamamını kopyalayın veya yeni bir bağlantı alın.
used-title = Bu bağlantı daha önce kullanıldı
used-text = Bu bağlantıyla yeni bir parola belirlendi. Bunu siz yapmadıysanız hemen yeni bir bağlantı alın ve başka bir parola belirleyin.
superseded-title = Daha yeni bir e‑posta var
superseded-text = Yalnızca en son e‑postanızdaki bağlantı çalışır. Onu açın veya yeni bir bağlantı alın.
other-device-title = Bu bağlantıyı diğer cihazınızda açın
other-device-text = Bağlantı yalnızca talep edildiği cihazda çalışır. Orada açın veya bu cihaz için yeni bir bağlantı alın.
damaged-title = Bu bağlantı eksik
damaged-text = E‑postadaki bağlantıyı ilk karakterinden son karakterine kadar kopyalayın veya yeni bir bağlantı alın.
other-service-title = Bu bağlantı bu uygulama için değil
other-service-text = Başka bir hizmete ait olduğu için hiçbir şey göndermedik. Bu e‑postayı beklemiyorduysanız silin.
hosted-link-title = Parolanızı hizmetin sayfasında belirleyin
hosted-link-text = Bu uygulama bağlantıyı kullanamadığı için hiçbir şey değişmedi. Bağlantıyı e‑postadan tarayıcınızda açın ve yeni parolanızı orada belirleyin.
account-closed-title = Bu hesap kilitli
account-closed-text = Hizmet bu hesabı kilitlediği için parolanız değiştirilmedi. Hesabın kilidini açtırmak için destek ekibine ulaşın.
unsupported-factor-title = Bu uygulama doğrulama yönteminizi desteklemiyor
unsupported-factor-text = Bu hesaptaki iki adımlı doğrulama, bu uygulamanın desteklemediği bir yöntem kullanıyor. Parolanız değiştirilmedi. Destek ekibine ulaşın.
hosted-failed-title = Parolanız değiştirilmedi
hosted-failed-text = Tarayıcınızdaki sayfada yeni parola belirlenmedi. Baştan başlayın ve sayfayı yeniden açın.
return-unknown-title = Parolanızın değişip değişmediğini bilmiyoruz
return-unknown-text = Bu bağlantı, uygulamanın açtığı bir sayfaya ait değil. Yeni parolanızı deneyin; çalışmazsa baştan başlayın.
send-new-link = Yeni bağlantı gönder
ask-new-link = Yeni bağlantı al
other-device-ask = Bu cihaz için bağlantı al

## The service cannot be reached, or does not answer

offline = Hizmete ulaşamıyoruz. İnternet bağlantınızı kontrol edip yeniden deneyin.
offline-title = Çevrimdışısınız
offline-text = İnternet geri geldiğinde devam edeceğiz. Yazdıklarınız kaybolmaz.
waiting-for-connection = İnternet bağlantısı bekleniyor…
wait-title = Çok fazla deneme yapıldı
wait-text = Güvenliğiniz için biraz bekleyip yeniden deneyin.
down-title = Bizden kaynaklanan bir sorun oluştu
down-text = Birkaç dakika sonra yeniden deneyin. Yazdıklarınız kaybolmaz.
timed-out = Hizmetin yanıt vermesi çok uzun sürdü. Yeniden deneyin.
tls-error = Güvenli bir bağlantı kuramadık. Herkese açık bir Wi-Fi ağındaysanız önce ağda oturum açın. Bu cihazın tarihini ve saatini de kontrol edin.
proxy-error = Ağınızın proxy sunucusu hizmete bağlanmayı engelledi. Bu ağı yönetene danışın veya başka bir ağ kullanın.
captcha-required = Bu hizmet robot olmadığınızı doğrulamak istiyor, ancak bu işlem uygulamada yapılamıyor. Yeni parolanızı hizmetin web sitesinde belirleyin.
rate-limited = Çok fazla deneme yapıldı. { $time } sonra yeniden deneyin.
rate-limited-no-time = Çok fazla deneme yapıldı. Bir dakika sonra yeniden deneyin.
not-configured = Bu uygulama, hesabınızın hangi hizmette olduğunu bilmiyor. Uygulamayı size kim verdiyse ona danışın.
unexpected-response = Hizmet yerine başka bir yerden yanıt geldi. Herkese açık bir Wi-Fi ağındaysanız önce ağda oturum açın, değilseniz yardım alın.
invalid-response = Bu uygulama, hizmetin yanıtını anlayamadı. Daha sonra yeniden deneyin veya yardım alın.
invalid-response-details = Bu uygulama, hizmetin yanıtını anlayamadı. Daha sonra yeniden deneyin. Yardım isterseniz şunu belirtin: { $answer }

## Shown once, above the screen

memory-only = İşiniz bitene kadar bu uygulamayı açık tutun. Bu cihaz, isteğinizi güvenli bir şekilde saklayamıyor.
newer-link = Daha yeni bir bağlantı açıldı. Artık onu kullanıyoruz.
bad-link-ignored = Başka bir bağlantı açıldı ama çalışmıyor. Buradan devam edebilirsiniz.
clock-wrong = Bu cihazın saati yanlış, bu yüzden burada gösterilen saatler ve süreler hatalı olabilir. Cihazın tarihini ve saatini ayarlayın.
