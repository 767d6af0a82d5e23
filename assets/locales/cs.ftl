# See en.ftl for the context of each message.

## Everywhere

language = Jazyk
dismiss = Zavřít
show-password = Zobrazit heslo
opening = Okamžik…
try-again = Zkusit znovu
cancel = Zrušit
or = nebo
back = Zpět
help = Pomoc
still-trying = Stále to zkoušíme. Možná máte pomalé připojení.
privacy = Soukromí
terms = Podmínky
page-open-failed = Nepodařilo se otevřít prohlížeč. Zkopírujte do něj tuto adresu:
mail-open-failed = Nepodařilo se otevřít e-mailovou aplikaci. Zkopírujte do ní tuto adresu:
problems = Opravte prosím:
try-again-in = Zkusit znovu za { $time }
text-size = Velikost textu: { $percent } %

## Forgot password

forgot-title = Zapomněli jste heslo?
forgot-lead = Zadejte e-mailovou adresu a my vám pošleme odkaz, přes který si zvolíte nové heslo.
forgot-lead-code = Zadejte e-mailovou adresu a my vám pošleme kód, se kterým si zvolíte nové heslo.
hosted-lead = Nové heslo si zvolíte na stránce { $host }, která se otevře v prohlížeči.
hosted-open = Pokračovat v prohlížeči
hosted-opened-title = Pokračujte v prohlížeči
hosted-opened-text = Otevřeli jsme { $host } v prohlížeči. Zvolte si tam nové heslo a pak se přihlaste.
hosted-open-again = Otevřít stránku znovu
email = E-mailová adresa
send = Obnovit heslo
sending = Odesílání…
did-you-mean = Měli jste na mysli { $suggestion }?
back-to-email = Zpět k e-mailu
back-to-sign-in = Zpět na přihlášení

email-missing = Zadejte e-mailovou adresu.
email-malformed = Zadejte adresu ve tvaru jmeno@example.com.
email-refused = Tato služba takovou adresu nepřijímá. Zkontrolujte, jestli v ní není překlep.
code-too-early = Tohle je kód a kódy fungují jen tam, kde jste o ně požádali. Zadejte e-mailovou adresu a získejte nový kód tady.

## Check your email

check-title = Podívejte se do e-mailu
check-lead = Pokud k adrese { $email } existuje účet, přijde vám e-mail s odkazem.
check-lead-code = Pokud k adrese { $email } existuje účet, přijde vám e-mail s kódem.
check-lead-both = Pokud k adrese { $email } existuje účet, přijde vám e-mail s odkazem a kódem.
hosted-check = Odkaz otevře stránku této služby v prohlížeči. Tam si zvolte nové heslo.
link-lifetime = { $minutes ->
    [one] Otevřete odkaz do { $minutes } minuty.
    [few] Otevřete odkaz do { $minutes } minut.
   *[other] Otevřete odkaz do { $minutes } minut.
  }
link-lifetime-hours = { $hours ->
    [one] Otevřete odkaz do { $hours } hodiny.
    [few] Otevřete odkaz do { $hours } hodin.
   *[other] Otevřete odkaz do { $hours } hodin.
  }
link-lifetime-days = { $days ->
    [one] Otevřete odkaz do { $days } dne.
    [few] Otevřete odkaz do { $days } dnů.
   *[other] Otevřete odkaz do { $days } dnů.
  }
check-spam = Ani po minutě nic? Zkontrolujte spam a adresu výše.
check-spam-quota = Ani po minutě nic? Zkontrolujte spam a adresu výše. Služba omezuje počet e-mailů: pokud nic nepřijde, zkuste to znovu za hodinu.
open-mail = Otevřít e-maily
mail-app-open-failed = Nepodařilo se otevřít vaši e-mailovou aplikaci. Otevřete ji prosím ručně.
open-webmail = Otevřít { $name }
paste-label = Vložte odkaz z e-mailu
paste-hint = Použijte to, když odkaz neotevře aplikaci.
paste-or-code-hint = Pokud je v e-mailu kód, můžete ho sem zadat místo odkazu.
code-label = Zadejte kód nebo vložte odkaz
code-only-label = Zadejte kód z e-mailu
continue = Pokračovat
checking = Kontrola…
resend = Poslat znovu
resend-in = Poslat znovu za { $time }
resent = Odesláno znovu. Platí jen nejnovější e-mail.
change-address = Použít jiný e-mail
no-mailbox = Nemáte přístup do této schránky?
no-mailbox-lead = Aby se k účtu nedostal nikdo cizí, posíláme e-maily pro obnovení hesla jen na adresu účtu. Pořád máte tyto možnosti:
no-mailbox-provider-title = Získejte zpět přístup do schránky
no-mailbox-provider-text = Pomůže vám váš poskytovatel e-mailu.
no-mailbox-other-title = Zkuste jinou adresu
no-mailbox-other-text = Použijte další adresu, kterou máte u účtu přidanou.
no-mailbox-support-title = Kontaktujte podporu
no-mailbox-support-text = Požádáme vás o ověření totožnosti.

no-link-or-code-found = Kód nebo odkaz není celý. Zkopírujte ho z e-mailu znovu.
code-incomplete = Kód není celý. Zkopírujte ho z e-mailu znovu.
link-incomplete = Odkaz je neúplný. Zkopírujte ho z e-mailu celý.
link-of-other-service = Tento odkaz patří k jiné službě.
link-of-click-tracker = Tento odkaz vede přes službu, která počítá kliknutí. Otevřete ho z e-mailu nebo odtamtud zkopírujte kód.
code-wrong = Kód nesouhlasí. Porovnejte ho s nejnovějším e-mailem.
code-wrong-tries = { $tries ->
    [one] Kód nesouhlasí. Zbývá { $tries } pokus.
    [few] Kód nesouhlasí. Zbývají { $tries } pokusy.
   *[other] Kód nesouhlasí. Zbývá { $tries } pokusů.
  }
code-wrong-last-try = Kód nesouhlasí. Zbývá 1 pokus. Pokud nevyjde, použijte odkaz.
code-only-wrong-last-try = Kód nesouhlasí. Zbývá 1 pokus. Pokud nevyjde, nechte si e-mail poslat znovu.
code-wrong-or-expired = Kód nesouhlasí nebo už vypršel. Použijte kód z nejnovějšího e-mailu, nebo si e-mail nechte poslat znovu.
code-expired = Platnost kódu vypršela. Otevřete odkaz ve stejném e-mailu, nebo si e-mail nechte poslat znovu.
code-used = Pomocí tohoto e-mailu už bylo heslo nastaveno.
code-superseded = Máte novější e-mail. Použijte kód z něj.
code-invalid = Tento kód tady nefunguje. Otevřete odkaz v e-mailu, nebo si e-mail nechte poslat znovu.
code-only-invalid = Kód už vypršel nebo tady nefunguje. Nechte si e-mail poslat znovu.

## Choose a new password

reset-title = Zvolte si nové heslo
reset-checking = Kontrola odkazu…
reset-for = Pro { $email }
new-password = Nové heslo
confirm-password = Nové heslo znovu
second-factor = Kód z ověřovací aplikace
second-factor-hint = Přihlášení k tomuto účtu chrání dvoufázové ověření.
set-password = Změnit heslo
setting-password = Změna hesla…
rule-length = { $min ->
    [one] Alespoň { $min } znak
    [few] Alespoň { $min } znaky
   *[other] Alespoň { $min } znaků
  }
rule-length-so-far = { $have }/{ $min } znaků
rule-length-refused = { $have }/{ $min } znaků. Přidejte ještě { $more }.
rule-leaks = Není ve známých únicích dat
tip-words = Několik nesouvisejících slov se dobře pamatuje.
tip-manager = Uložte si ho do správce hesel.
minutes-left = { $minutes ->
    [one] Odkaz platí ještě { $minutes } minutu.
    [few] Odkaz platí ještě { $minutes } minuty.
   *[other] Odkaz platí ještě { $minutes } minut.
  }
hours-left = { $hours ->
    [one] Odkaz platí ještě { $hours } hodinu.
    [few] Odkaz platí ještě { $hours } hodiny.
   *[other] Odkaz platí ještě { $hours } hodin.
  }
days-left = { $days ->
    [one] Odkaz platí ještě { $days } den.
    [few] Odkaz platí ještě { $days } dny.
   *[other] Odkaz platí ještě { $days } dní.
  }
expires-soon-title = { $minutes ->
    [one] Platnost odkazu vyprší za { $minutes } minutu
    [few] Platnost odkazu vyprší za { $minutes } minuty
   *[other] Platnost odkazu vyprší za { $minutes } minut
  }
expires-soon-text = Co jste napsali, tady zůstane.
renew = Získat nový odkaz
renewed = Nový odkaz je na cestě. Otevřete ho, a co jste napsali, tady pořád bude.
caps-lock = Caps Lock je zapnutý.

strength = Síla hesla
strength-0 = Velmi slabé
strength-1 = Slabé
strength-2 = Průměrné
strength-3 = Dobré
strength-4 = Silné
advice-common = Totéž nebo něco velmi podobného používá mnoho lidí.
advice-keyboard = Sousední klávesy se hádají jako první.
advice-repeat = Opakování moc nepomůže.
advice-sequence = Řady jako abc nebo 6543 se hádají jako první.
advice-date = Data a letopočty se snadno uhodnou.
advice-word = Jedno slovo se snadno uhodne.
advice-name = Jména se snadno uhodnou.
advice-substitution = Znak @ místo písmene a moc nepomůže.
advice-more-words = Přidejte jedno nebo dvě méně obvyklá slova.

breach-checking = Kontrola známých úniků dat…
breach-unknown = Známé úniky dat se nepodařilo zkontrolovat. Můžete pokračovat.

password-missing = Zadejte nové heslo.
password-refused = Služba toto heslo nepřijala. Zkuste delší.
passwords-differ = Hesla se neshodují. Zadejte druhé znovu, nebo si první zobrazte.
second-factor-wrong = Kód nesouhlasí. Zadejte ten, který aplikace ukazuje právě teď; každý platí jen jednou.
too-short = Použijte víc znaků.
too-short-min = { $min ->
    [one] Použijte alespoň { $min } znak.
    [few] Použijte alespoň { $min } znaky.
   *[other] Použijte alespoň { $min } znaků.
  }
too-long = Použijte méně znaků.
too-long-max = { $max ->
    [one] Použijte nejvýše { $max } znak.
    [few] Použijte nejvýše { $max } znaky.
   *[other] Použijte nejvýše { $max } znaků.
  }
too-many-bytes = Příliš dlouhé. Počet míst: { $max }. Písmena bez diakritiky a číslice zaberou po jednom, písmena s diakritikou, jiná písma a emoji dvě až čtyři.
password-characters = Zkombinujte malá a velká písmena, číslice a symboly, třeba ! nebo ?.
password-common = Příliš snadno se uhodne. Zvolte méně běžné.
password-breached = Objevilo se v úniku dat. Zvolte jiné.
password-personal = Vynechte části své e-mailové adresy.
password-product-name = Vynechte název této služby.
password-same = Tohle je vaše současné heslo. Zvolte nové.

## Done

done-title = Heslo je změněné
done-for = Přihlaste se k účtu { $email } novým heslem.
sessions-ended = Ze všech ostatních zařízení jsme vás odhlásili ({ $time }). Přihlaste se tam novým heslem.
sessions-kept = Na jiných zařízeních může být účet stále přihlášený. Pokud vaše staré heslo znal někdo jiný, odhlaste tato zařízení v nastavení účtu.
close-hint = Toto okno můžete zavřít.

## A link that does not work

expired-title = Platnost odkazu vypršela
expired-text = Kvůli bezpečnosti účtu platí odkazy jen krátce. Získejte nový, zabere to jen chvilku.
invalid-or-expired-title = Odkaz nefunguje
invalid-or-expired-text = Jeho platnost vypršela, už byl použit, nebo není celý. Zkopírujte ho celý z nejnovějšího e-mailu, nebo si vyžádejte nový.
used-title = Tento odkaz už byl použit
used-text = Bylo přes něj nastaveno nové heslo. Pokud jste to nebyli vy, hned si vyžádejte nový odkaz a zvolte jiné heslo.
superseded-title = Máte novější e-mail
superseded-text = Funguje jen odkaz v nejnovějším e-mailu. Otevřete ho, nebo si vyžádejte další.
other-device-title = Otevřete odkaz na svém druhém zařízení
other-device-text = Funguje jen tam, kde jste o něj požádali. Otevřete ho tam, nebo si vyžádejte nový odkaz pro toto zařízení.
damaged-title = Odkaz je neúplný
damaged-text = Zkopírujte ho z e-mailu celý, od prvního znaku do posledního, nebo si vyžádejte nový.
other-service-title = Tento odkaz není pro tuto aplikaci
other-service-text = Vede k jiné službě, takže jsme nic neodeslali. Pokud jste tento e-mail nečekali, smažte ho.
hosted-link-title = Zvolte si heslo na stránce služby
hosted-link-text = Tato aplikace odkaz použít neumí, takže se nic nezměnilo. Otevřete ho z e-mailu v prohlížeči a nové heslo si zvolte tam.
account-closed-title = Tento účet je zablokovaný
account-closed-text = Zablokovala ho služba, takže se heslo nezměnilo. Chcete-li ho odblokovat, kontaktujte podporu.
unsupported-factor-title = Aplikace nepodporuje váš způsob ověření
unsupported-factor-text = Tento účet chrání typ dvoufázového ověření, který aplikace nepodporuje. Heslo se nezměnilo. Kontaktujte podporu.
hosted-failed-title = Heslo se nezměnilo
hosted-failed-text = Na stránce v prohlížeči se nové heslo nenastavilo. Začněte znovu a otevřete ji ještě jednou.
return-unknown-title = Nevíme, jestli se heslo změnilo
return-unknown-text = Tento odkaz není ze stránky, kterou otevřela aplikace. Zkuste se přihlásit novým heslem; pokud to nepůjde, začněte znovu.
send-new-link = Poslat nový odkaz
ask-new-link = Získat nový odkaz
other-device-ask = Získat odkaz pro toto zařízení

## The service cannot be reached, or does not answer

offline = Nedaří se spojit se službou. Zkontrolujte připojení a zkuste to znovu.
offline-title = Jste offline
offline-text = Až budete zase online, budeme pokračovat. O nic, co jste napsali, nepřijdete.
waiting-for-connection = Čekání na připojení…
wait-title = Příliš mnoho pokusů
wait-text = Z bezpečnostních důvodů chvíli počkejte, než to zkusíte znovu.
down-title = Něco se u nás pokazilo
down-text = Zkuste to znovu za pár minut. O nic, co jste napsali, nepřijdete.
timed-out = Služba příliš dlouho neodpovídala. Zkuste to znovu.
tls-error = Nepodařilo se bezpečně připojit. Na veřejné Wi-Fi se nejdřív přihlaste k síti. Zkontrolujte také datum a čas na tomto zařízení.
proxy-error = Proxy server vaší sítě zablokoval spojení se službou. Obraťte se na správce sítě, nebo použijte jinou.
captcha-required = Služba ověřuje, že nejste robot, a aplikace takové ověření nepodporuje. Nové heslo si zvolte na webu služby.
rate-limited = Příliš mnoho pokusů. Zkuste to znovu za { $time }.
rate-limited-no-time = Příliš mnoho pokusů. Zkuste to znovu za minutu.
not-configured = Tato aplikace neví, u které služby máte účet. Zeptejte se toho, od koho ji máte.
unexpected-response = Místo služby odpovědělo něco jiného. Na veřejné Wi-Fi se nejdřív přihlaste k síti, jinak požádejte o pomoc.
invalid-response = Aplikace odpovědi služby nerozumí. Zkuste to později, nebo požádejte o pomoc.
invalid-response-details = Aplikace odpovědi služby nerozumí. Zkuste to později. Pokud požádáte o pomoc, přečtěte toto: { $answer }

## Shown once, above the screen

memory-only = Nezavírejte aplikaci, dokud vše nedokončíte. Toto zařízení neumí vaši žádost bezpečně uložit.
newer-link = Byl otevřen novější odkaz. Použijeme ten.
bad-link-ignored = Byl otevřen jiný odkaz, ale nefunguje. Můžete pokračovat tady.
clock-wrong = Hodiny tohoto zařízení jdou špatně, takže časy tady nemusí sedět. Nastavte správné datum a čas.
