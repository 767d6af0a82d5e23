# Translation of en.ftl.

language = Jazyk:
support = Potřebujete pomoc?
help = Pomoc
privacy = Soukromí
terms = Podmínky

reset-title = Zvolte si nové heslo
open-app-lead = Pokud máte na tomto zařízení aplikaci, pokračujte v ní.
open-app = Otevřít aplikaci
or-set-it-here = nebo ho nastavte tady
get-app = Stáhnout aplikaci:
code-title = Zadejte tento kód v aplikaci
code-lead = Napište ho tam, kde jste požádali o obnovení hesla.
link-label = Odkaz z e‑mailu
link-hint = Zkopírujte z e‑mailu celý odkaz a vložte ho sem.
new-password = Nové heslo
policy = { $min ->
    [one] Alespoň { $min } znak.
    [few] Alespoň { $min } znaky.
   *[other] Alespoň { $min } znaků.
  } Několik nesouvisejících slov se dobře pamatuje.
repeat-password = Nové heslo znovu
show-passwords = Zobrazit heslo
second-factor = Kód z ověřovací aplikace
set-password = Změnit heslo

done-title = Heslo je změněné
done-signed-out = Ze všech ostatních zařízení jsme vás odhlásili. Přihlaste se tam novým heslem.
done-close = Můžete tuto stránku zavřít a přihlásit se.

error-summary-title = Opravte prosím:
link-missing = Vložte celý odkaz z e‑mailu.
password-missing = Zadejte nové heslo.
passwords-differ = Hesla se neshodují. Zadejte obě znovu.
password-too-short = { $min ->
    [one] Použijte alespoň { $min } znak.
    [few] Použijte alespoň { $min } znaky.
   *[other] Použijte alespoň { $min } znaků.
  }
password-too-long = { $max ->
    [one] Použijte nejvýše { $max } znak.
    [few] Použijte nejvýše { $max } znaky.
   *[other] Použijte nejvýše { $max } znaků.
  }
password-common = Příliš snadno se uhodne. Zvolte méně běžné.
password-breached = Objevilo se v úniku dat. Zvolte jiné.
password-personal = Vynechte části své e‑mailové adresy.
password-product-name = Vynechte název této služby.
password-same-as-before = Tohle je vaše současné heslo. Zvolte nové.
second-factor-required = Přihlášení k tomuto účtu chrání dvoufázové ověření. Zadejte kód z ověřovací aplikace a znovu i nové heslo.
second-factor-invalid = Kód nesouhlasí. Počkejte v aplikaci na další a zadejte ho spolu s novým heslem.
email-invalid = Zadejte adresu ve tvaru jmeno@example.com.
wait-seconds = { $seconds ->
    [one] Příliš mnoho pokusů. Zkuste to znovu za { $seconds } sekundu.
    [few] Příliš mnoho pokusů. Zkuste to znovu za { $seconds } sekundy.
   *[other] Příliš mnoho pokusů. Zkuste to znovu za { $seconds } sekund.
  }
wait-minutes = { $minutes ->
    [one] Příliš mnoho pokusů. Zkuste to znovu za { $minutes } minutu.
    [few] Příliš mnoho pokusů. Zkuste to znovu za { $minutes } minuty.
   *[other] Příliš mnoho pokusů. Zkuste to znovu za { $minutes } minut.
  }
wait-hours = { $hours ->
    [one] Příliš mnoho pokusů. Zkuste to znovu za { $hours } hodinu.
    [few] Příliš mnoho pokusů. Zkuste to znovu za { $hours } hodiny.
   *[other] Příliš mnoho pokusů. Zkuste to znovu za { $hours } hodin.
  }
wait-days = { $days ->
    [one] Příliš mnoho pokusů. Zkuste to znovu za { $days } den.
    [few] Příliš mnoho pokusů. Zkuste to znovu za { $days } dny.
   *[other] Příliš mnoho pokusů. Zkuste to znovu za { $days } dní.
  }
malformed-request = Nepodařilo se nám to přečíst. Zkuste to znovu.
cross-site-request = Tohle přišlo z jiného webu, takže jsme nic neudělali. Pokud jste to byli vy, zkuste to znovu tady.
internal-error = Něco se u nás pokazilo. Zkuste to znovu za pár minut.

expired-title = Platnost odkazu vypršela
expired-text = Kvůli bezpečnosti účtu platí odkazy jen krátce. Získejte nový, zabere to jen chvilku.
used-title = Tento odkaz už byl použit
used-text = Bylo přes něj nastaveno nové heslo. Pokud jste to nebyli vy, hned si vyžádejte nový odkaz a zvolte jiné heslo.
superseded-title = Máte novější e‑mail
superseded-text = Funguje jen odkaz v nejnovějším e‑mailu. Otevřete ho, nebo si vyžádejte další.
other-device-title = Otevřete odkaz na svém druhém zařízení
other-device-text = Funguje jen tam, kde jste o něj požádali. Otevřete ho tam, nebo tam v aplikaci zadejte kód z e‑mailu.
invalid-link-title = Odkaz je neúplný
invalid-link-text = Zkopírujte ho z e‑mailu celý, od prvního znaku do posledního.

request-title = Zapomněli jste heslo?
request-new-link = Získat odkaz pro toto zařízení
request-lead = Zadejte e‑mailovou adresu a my vám pošleme odkaz, přes který si zvolíte nové heslo.
request-in-app = Z bezpečnostních důvodů si o nový odkaz požádejte v aplikaci.
email = E‑mailová adresa
send = Obnovit heslo
requested-title = Podívejte se do e‑mailu
requested-text = Pokud k adrese { $email } existuje účet, přijde vám e‑mail s odkazem.
requested-spam = Ani po minutě nic? Zkontrolujte spam a adresu výše.

freeze-title = Zablokovat účet?
freeze-lead = Pokud jste heslo nezměnili vy, zablokujte svůj účet. Pak se nikdo nepřihlásí, dokud nebude přes e‑mail nastaveno nové heslo.
freeze = Zablokovat účet
freeze-was-you = Pokud jste to byli vy, můžete tuto stránku zavřít.
freeze-expired = Tímto odkazem už účet zablokovat nejde. Pokud vaše heslo změnil někdo jiný, hned si ho obnovte.
freeze-superseded-title = Tento odkaz už účet nezablokuje
freeze-superseded-text = Po tomto e‑mailu bylo vaše heslo změněno znovu. Pokud jste to ani tentokrát nebyli vy, použijte odkaz z nejnovějšího e‑mailu o změně hesla, nebo si hned obnovte heslo.
frozen-title = Váš účet je zablokovaný
frozen-lead = Nikdo se nepřihlásí, dokud si nezvolíte nové heslo. Zbývají dva kroky:
mailbox-step-title = Zabezpečte svou schránku
mailbox-step-text = Změňte heslo ke schránce. Kdo za tím stojí, mohl číst vaše e‑maily.
frozen-password-title = Zvolte si nové heslo tady
unlocks-account = Tím účet odblokujete.

mail-reset-subject = Obnovení hesla k účtu { $product }
mail-reset-preheader = { $minutes ->
    [one] Zvolte si nové do { $minutes } minuty.
    [few] Zvolte si nové do { $minutes } minut.
   *[other] Zvolte si nové do { $minutes } minut.
  }
mail-reset-preheader-code = Kód: { $code }
mail-reset-lead = Zvolte si nové heslo k účtu { $product }.
mail-same-device = Otevřete odkaz na zařízení, kde jste o tento e‑mail požádali.
mail-button = Zvolit nové heslo
mail-link-valid = { $minutes ->
    [one] Odkaz lze použít jednou, platí { $minutes } minutu.
    [few] Odkaz lze použít jednou, platí { $minutes } minuty.
   *[other] Odkaz lze použít jednou, platí { $minutes } minut.
  }
mail-link-copy = Tlačítko nefunguje? Zkopírujte tento odkaz:
mail-code-title = Nebo zadejte tento kód v aplikaci
mail-code-valid = { $minutes ->
    [one] Platí { $minutes } minutu.
    [few] Platí { $minutes } minuty.
   *[other] Platí { $minutes } minut.
  } Nikomu ho neříkejte, my se vás na něj nikdy nezeptáme.
mail-requested = Vyžádáno
mail-changed = Změněno
mail-device = Zařízení
mail-device-name = { $client } ({ $system })
mail-fact = { $label }: { $value }
mail-unrequested-title = Nepožádali jste o to?
mail-unrequested-text = Nemusíte nic dělat. Vaše heslo zůstává stejné a bez tohoto e‑mailu ho nikdo nezmění.
mail-unrequested-again = Pokud takové e‑maily chodí dál, dejte nám vědět:
mail-why-reset = Odesláno na { $email }, protože někdo s touto adresou požádal o obnovení hesla.
mail-why-changed = Odesláno na { $email }, adresu vašeho účtu.

notice-subject = Heslo k účtu { $product } bylo změněno
notice-preheader = Pokud jste to byli vy, je vše v pořádku. Pokud ne, zablokujte svůj účet.
notice-lead = Heslo k vašemu účtu { $product } bylo změněno.
notice-signed-out = Všechna zařízení byla odhlášena.
notice-own-change = Pokud jste to byli vy, je vše v pořádku. Přihlaste se znovu novým heslem.
notice-not-you-title = Nebyli jste to vy?
notice-lock-title = Zablokujte svůj účet
notice-link-valid = { $days ->
    [one] Pak se nikdo nepřihlásí, dokud nebude přes e‑mail nastaveno nové heslo. Tento odkaz platí { $days } den.
    [few] Pak se nikdo nepřihlásí, dokud nebude přes e‑mail nastaveno nové heslo. Tento odkaz platí { $days } dny.
   *[other] Pak se nikdo nepřihlásí, dokud nebude přes e‑mail nastaveno nové heslo. Tento odkaz platí { $days } dní.
  }
notice-recovery-title = Zvolte si nové heslo k účtu { $product }
notice-support-title = Dejte nám vědět
