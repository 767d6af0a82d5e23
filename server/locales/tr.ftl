# Translation of en.ftl.
language = Dil:
support = Takıldınız mı? Yardım için:
help = Yardım
privacy = Gizlilik
terms = Koşullar

reset-title = Yeni bir parola seçin
open-app-lead = Uygulama bu cihazdaysa orada devam edin.
open-app = Uygulamayı aç
or-set-it-here = veya burada belirleyin
get-app = Uygulamayı edinin:
code-title = Kodunuz
code-lead = İsteği gönderdiğiniz yere yazın.
link-label = E‑postadaki bağlantı
link-hint = E‑postadaki bağlantının tamamını kopyalayıp buraya yapıştırın.
new-password = Yeni parola
policy = { $min ->
    [one] En az { $min } karakter.
   *[other] En az { $min } karakter.
  } Yalnızca sizin yan yana getireceğiniz birkaç sözcüğü akılda tutmak kolaydır.
repeat-password = Yeni parolayı tekrarlayın
show-passwords = Yazdığımı göster
second-factor = Kimlik doğrulama uygulamanızdaki kod
set-password = Yeni parolayı belirle

done-title = Parolanız değiştirildi
done-signed-out = Diğer tüm cihazlarda oturum kapatıldı. Oralarda yeni parolayla yeniden oturum açın.
done-close = Bu sayfayı kapatıp oturum açabilirsiniz.

error-summary-title = Düzeltilmesi gereken bir şey var
link-missing = E‑postadaki bağlantının tamamını yapıştırın.
password-missing = Yeni bir parola yazın.
passwords-differ = İki parola farklı. İkisini de yeniden yazın.
password-too-short = { $min ->
    [one] Çok kısa: en az { $min } karakter kullanın.
   *[other] Çok kısa: en az { $min } karakter kullanın.
  }
password-too-long = { $max ->
    [one] Çok uzun: en fazla { $max } karakter kullanın.
   *[other] Çok uzun: en fazla { $max } karakter kullanın.
  }
password-common = Tahmin etmesi çok kolay: birçok kişi buna benzer bir parola kullanıyor.
password-breached = Çalınmış parolaların listesinde yer alıyor: başka bir tane seçin.
password-personal = E‑posta adresinizin bir bölümünü içeriyor: o bölümü çıkarın.
password-product-name = Bu hizmetin adını içeriyor: adı çıkarın.
password-same-as-before = Bu, şu anki parolanız: yeni bir tane seçin.
second-factor-required = Bu hesap bir kimlik doğrulama uygulamasıyla da korunuyor. Oradaki kodu ve yeni parolayı bir kez daha yazın.
second-factor-invalid = Şu anda geçerli olan kod bu değil. Kimlik doğrulama uygulamanızdaki bir sonraki kodu bekleyin ve yeni parolayı bir kez daha yazın.
email-invalid = Bu bir e‑posta adresine benzemiyor. ad@example.org örneğindeki gibi bir @ gerekir.
wait-seconds = { $seconds ->
    [one] Çok fazla deneme yapıldı. Lütfen { $seconds } saniye bekleyin.
   *[other] Çok fazla deneme yapıldı. Lütfen { $seconds } saniye bekleyin.
  }
wait-minutes = { $minutes ->
    [one] Çok fazla deneme yapıldı. Lütfen { $minutes } dakika bekleyin.
   *[other] Çok fazla deneme yapıldı. Lütfen { $minutes } dakika bekleyin.
  }
malformed-request = Gönderilen okunamıyor. Yeniden deneyin.
cross-site-request = Bu, başka bir web sitesinden gönderildi; bu yüzden hiçbir şey yapılmadı. Gönderen sizseniz burada yeniden deneyin.
internal-error = Hizmette şu anda bir sorun var. Birkaç dakika sonra yeniden deneyin.

expired-title = Bu bağlantının süresi doldu
expired-text = Güvenliğiniz için bir bağlantı yalnızca kısa süre çalışır. Yenisini almak bir dakika sürmez.
used-title = Bu bağlantı daha önce kullanıldı
used-text = Bu bağlantıyla yeni bir parola belirlendi. Bunu yapan siz değilseniz hemen yeni bir bağlantı isteyin ve başka bir parola seçin.
superseded-title = Daha yeni bir e‑posta var
superseded-text = Daha yeni bir e‑posta bu bağlantının yerini aldı. En yenisini açın ya da bir tane daha isteyin.
other-device-title = Bu bağlantı başka bir cihaza ait
other-device-text = Başka bir cihazdan istendi ve yalnızca orada çalışır. Orada açın ya da e‑postadaki kodu oradaki uygulamaya yazın.
invalid-link-title = Bu bağlantı bozuk
invalid-link-text = Bir bölümü eksik ya da değişmiş; bazı posta programları bağlantıları bozar. E‑postadan yeniden açın.

request-title = Parolanızı mı unuttunuz?
request-new-link = Buradan yeni bir bağlantı isteyin
request-lead = Hesabınızın e‑posta adresini yazın. Size yeni bir parola seçmeniz için bir bağlantı göndereceğiz.
request-in-app = Güvenliğiniz için yeni bir bağlantı yalnızca uygulamadan istenebilir.
email = E‑posta adresi
send = E‑postayı gönder
requested-title = E‑postanıza bakın
requested-text = { $email } adresine ait bir hesap varsa, içinde bağlantı olan bir e‑posta yolda.
requested-spam = Bir dakika sürebilir. Bir şey gelmezse istenmeyen e‑posta klasörüne bakın ya da adresi kontrol edin.

freeze-title = Bunu siz yapmadınız mı?
freeze-lead = Parolanızı başka biri değiştirdiyse hesabı kilitleyin. E‑postayla yeni bir parola belirlenene kadar kimse oturum açamaz.
freeze = Hesabı kilitle
freeze-was-you = Bunu siz yaptıysanız bu sayfayı kapatabilirsiniz.
freeze-expired = Artık hesabı kilitleyemez. Parolanızı başka biri değiştirdiyse hemen yeni bir parola isteyin.
freeze-superseded-title = Bu bağlantı artık hesabı kilitlemez
freeze-superseded-text = Bu e‑postadan sonra parola yeniden değiştirildi. Bunu da siz yapmadıysanız değişikliği bildiren en yeni e‑postadaki bağlantıyı kullanın ya da hemen yeni bir parola isteyin.
frozen-title = Hesap kilitlendi
frozen-lead = Siz yeni bir parola seçene kadar kimse oturum açamaz. İki adım kaldı:
mailbox-step-title = Posta kutunuzu güvene alın
mailbox-step-text = Posta kutunuzun parolasını değiştirin: bunu yapan kişi e‑postalarınızı okuyabiliyordu.
frozen-password-title = Burada yeni bir parola seçin
unlocks-account = Bu, hesabın kilidini açar.

mail-reset-subject = { $product } için yeni bir parola belirleyin
mail-reset-preheader = { $minutes ->
    [one] { $minutes } dakika içinde yenisini seçin.
   *[other] { $minutes } dakika içinde yenisini seçin.
  }
mail-reset-preheader-code = Kod: { $code }
mail-reset-lead = Biri, büyük olasılıkla siz, { $product } hesabınız için yeni bir parola belirlemek istedi.
mail-same-device = Bağlantıyı, istekte bulunduğunuz cihazda açın.
mail-button = Yeni parola belirle
mail-link-valid = { $minutes ->
    [one] Bağlantı { $minutes } dakika boyunca, yalnızca bir kez çalışır.
   *[other] Bağlantı { $minutes } dakika boyunca, yalnızca bir kez çalışır.
  }
mail-link-copy = Düğme çalışmazsa bu bağlantıyı kopyalayıp uygulamaya ya da tarayıcıya yapıştırın:
mail-code-title = Ya da bu kodu yazın
mail-code-valid = { $minutes ->
    [one] Kod, istekte bulunduğunuz cihazdaki uygulamada { $minutes } dakika geçerlidir.
   *[other] Kod, istekte bulunduğunuz cihazdaki uygulamada { $minutes } dakika geçerlidir.
  } Onu kimseye vermeyin; biz sizden asla istemeyiz.
mail-requested = İstek
mail-changed = Değişiklik
mail-device = Cihaz
mail-device-name = { $client } ({ $system })
mail-fact = { $label }: { $value }
mail-unrequested-title = Bunu siz istemediniz mi?
mail-unrequested-text = O zaman yapmanız gereken bir şey yok: parolanız olduğu gibi kalır ve bu e‑posta olmadan kimse onu değiştiremez.
mail-unrequested-again = Böyle e‑postalar gelmeye devam ederse bize bildirin:
mail-why-reset = { $email } adresine gönderildi, çünkü biri parolasını sıfırlamak istedi.
mail-why-changed = Hesabınızın adresi olan { $email } adresine gönderildi.

notice-subject = { $product } parolanız değiştirildi
notice-preheader = Bunu siz yaptıysanız sorun yok. Yapmadıysanız hesabınızı kilitleyin.
notice-lead = { $product } hesabınızın parolası değiştirildi.
notice-signed-out = Tüm cihazlarda oturum kapatıldı.
notice-own-change = Bunu siz mi yaptınız? O zaman her şey yolunda: yeni parolayla oturum açın.
notice-not-you-title = Bunu siz yapmadınız mı?
notice-lock-title = Hesabı kilitle
notice-link-valid = { $days ->
    [one] Bağlantı { $days } gün çalışır.
   *[other] Bağlantı { $days } gün çalışır.
  }
notice-recovery-title = { $product } içinde yeni bir parola seçin
notice-support-title = Bize bildirin
