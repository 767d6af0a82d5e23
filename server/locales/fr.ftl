# Translation of en.ftl.
language = Langue :
support = Besoin d’aide ? C’est par ici :
help = Aide
privacy = Confidentialité
terms = Conditions

reset-title = Choisissez un nouveau mot de passe
open-app-lead = Si l’application est sur cet appareil, continuez dans l’application.
open-app = Ouvrir l’application
or-set-it-here = ou changez-le ici
get-app = Obtenir l’application :
code-title = Votre code
code-lead = Saisissez-le là où vous avez fait la demande.
link-label = Lien reçu par e‑mail
link-hint = Copiez le lien entier depuis l’e‑mail et collez-le ici.
new-password = Nouveau mot de passe
policy = { $min ->
    [one] Au moins { $min } caractère.
   *[other] Au moins { $min } caractères.
  } Plusieurs mots que personne d’autre ne réunirait sont faciles à retenir.
repeat-password = Répétez le nouveau mot de passe
show-passwords = Afficher ce que je tape
second-factor = Code de votre application d’authentification
set-password = Enregistrer le nouveau mot de passe

done-title = Votre mot de passe a été changé
done-signed-out = Tous les autres appareils ont été déconnectés. Reconnectez-vous sur ces appareils avec le nouveau mot de passe.
done-close = Vous pouvez fermer cette page et vous connecter.

error-summary-title = Il reste quelque chose à corriger
link-missing = Collez le lien entier reçu par e‑mail.
password-missing = Saisissez un nouveau mot de passe.
passwords-differ = Les deux mots de passe sont différents. Saisissez-les tous les deux à nouveau.
password-too-short = { $min ->
    [one] Trop court : il faut au moins { $min } caractère.
   *[other] Trop court : il faut au moins { $min } caractères.
  }
password-too-long = { $max ->
    [one] Trop long : { $max } caractère au maximum.
   *[other] Trop long : { $max } caractères au maximum.
  }
password-common = Trop facile à deviner : beaucoup de gens en utilisent un semblable.
password-breached = Il figure dans une liste de mots de passe volés : choisissez-en un autre.
password-personal = Il contient une partie de votre adresse e‑mail : retirez-la.
password-product-name = Il contient le nom de ce service : retirez-le.
password-same-as-before = C’est votre mot de passe actuel : choisissez-en un nouveau.
second-factor-required = Ce compte est aussi protégé par une application d’authentification. Saisissez son code, et encore une fois le nouveau mot de passe.
second-factor-invalid = Ce n’est pas le code valable en ce moment. Attendez le suivant dans votre application d’authentification, et saisissez encore une fois le nouveau mot de passe.
email-invalid = Cela ne ressemble pas à une adresse e‑mail. Elle doit contenir un @, comme nom@example.org.
wait-seconds = { $seconds ->
    [one] Trop d’essais. Veuillez attendre { $seconds } seconde.
   *[other] Trop d’essais. Veuillez attendre { $seconds } secondes.
  }
wait-minutes = { $minutes ->
    [one] Trop d’essais. Veuillez attendre { $minutes } minute.
   *[other] Trop d’essais. Veuillez attendre { $minutes } minutes.
  }
malformed-request = Ce qui a été envoyé est illisible. Réessayez.
cross-site-request = Cela a été envoyé depuis un autre site ; rien n’a donc été fait. Si c’était vous, réessayez ici.
internal-error = Le service a un problème en ce moment. Réessayez dans quelques minutes.

expired-title = Ce lien a expiré
expired-text = Pour votre sécurité, un lien ne fonctionne que peu de temps. En obtenir un nouveau ne prend qu’un instant.
used-title = Ce lien a déjà servi
used-text = Il a servi à enregistrer un nouveau mot de passe. Si ce n’était pas vous, demandez tout de suite un nouveau lien et choisissez un autre mot de passe.
superseded-title = Il y a un e‑mail plus récent
superseded-text = Un e‑mail plus récent a remplacé ce lien. Ouvrez le dernier reçu, ou demandez-en un autre.
other-device-title = Ce lien est lié à un autre appareil
other-device-text = Il a été demandé sur un autre appareil et ne fonctionne que sur celui-ci. Ouvrez-le là-bas, ou saisissez le code de l’e‑mail dans l’application de cet appareil.
invalid-link-title = Ce lien est endommagé
invalid-link-text = Il en manque une partie, ou elle a été modifiée ; certaines messageries altèrent les liens. Ouvrez-le à nouveau depuis l’e‑mail.

request-title = Mot de passe oublié ?
request-new-link = Demander un nouveau lien ici
request-lead = Saisissez l’adresse e‑mail de votre compte. Nous vous enverrons un lien pour choisir un nouveau mot de passe.
request-in-app = Pour votre sécurité, un nouveau lien ne peut être demandé que dans l’application.
email = Adresse e‑mail
send = Envoyer l’e‑mail
requested-title = Consultez vos e‑mails
requested-text = S’il existe un compte pour { $email }, un e‑mail avec un lien est en route.
requested-spam = Cela peut prendre une minute. Si rien n’arrive, regardez dans les courriers indésirables, ou vérifiez l’adresse.

freeze-title = Ce n’était pas vous ?
freeze-lead = Si quelqu’un d’autre a changé votre mot de passe, bloquez le compte. Plus personne ne pourra alors se connecter tant qu’un nouveau mot de passe n’aura pas été choisi par e‑mail.
freeze = Bloquer le compte
freeze-was-you = Si c’était vous, vous pouvez fermer cette page.
freeze-expired = Il ne peut plus bloquer le compte. Si quelqu’un d’autre a changé votre mot de passe, demandez-en un nouveau tout de suite.
freeze-superseded-title = Ce lien ne bloque plus le compte
freeze-superseded-text = Le mot de passe a été changé de nouveau après cet e‑mail. Si ce n’était pas vous non plus, utilisez le lien du dernier e‑mail annonçant un changement, ou demandez tout de suite un nouveau mot de passe.
frozen-title = Le compte est bloqué
frozen-lead = Personne ne peut se connecter tant que vous n’avez pas choisi un nouveau mot de passe. Il reste deux étapes :
mailbox-step-title = Sécurisez votre messagerie
mailbox-step-text = Changez le mot de passe de votre messagerie : la personne qui a fait cela pouvait lire vos e‑mails.
frozen-password-title = Choisissez ici un nouveau mot de passe
unlocks-account = Cela débloque le compte.

mail-reset-subject = Choisissez un nouveau mot de passe pour { $product }
mail-reset-preheader = { $minutes ->
    [one] Choisissez-en un nouveau dans un délai de { $minutes } minute.
   *[other] Choisissez-en un nouveau dans un délai de { $minutes } minutes.
  }
mail-reset-preheader-code = Code : { $code }
mail-reset-lead = Quelqu’un, sans doute vous, a demandé à changer le mot de passe de votre compte { $product }.
mail-same-device = Ouvrez le lien sur l’appareil où vous avez fait la demande.
mail-button = Choisir un nouveau mot de passe
mail-link-valid = { $minutes ->
    [one] Le lien fonctionne une seule fois, pendant { $minutes } minute.
   *[other] Le lien fonctionne une seule fois, pendant { $minutes } minutes.
  }
mail-link-copy = Si le bouton ne fait rien, copiez ce lien et collez-le dans l’application ou dans le navigateur :
mail-code-title = Ou saisissez ce code
mail-code-valid = { $minutes ->
    [one] Il est valable { $minutes } minute, dans l’application, sur l’appareil où vous avez fait la demande.
   *[other] Il est valable { $minutes } minutes, dans l’application, sur l’appareil où vous avez fait la demande.
  } Ne le donnez à personne ; nous ne vous le demanderons jamais.
mail-requested = Demandé
mail-changed = Modifié
mail-device = Appareil
mail-device-name = { $client } sur { $system }
mail-fact = { $label } : { $value }
mail-unrequested-title = Vous n’avez rien demandé ?
mail-unrequested-text = Alors il n’y a rien à faire : votre mot de passe reste tel qu’il est, et sans cet e‑mail personne ne peut le changer.
mail-unrequested-again = Si de tels e‑mails continuent d’arriver, dites-le-nous :
mail-why-reset = Envoyé à { $email } parce que quelqu’un a demandé à changer son mot de passe.
mail-why-changed = Envoyé à { $email }, l’adresse de votre compte.

notice-subject = Votre mot de passe { $product } a été changé
notice-preheader = Si c’était vous, tout va bien. Sinon, bloquez votre compte.
notice-lead = Le mot de passe de votre compte { $product } a été changé.
notice-signed-out = Tous les appareils ont été déconnectés.
notice-own-change = C’était vous ? Alors tout va bien : connectez-vous avec le nouveau mot de passe.
notice-not-you-title = Ce n’était pas vous ?
notice-lock-title = Bloquer le compte
notice-link-valid = { $days ->
    [one] Le lien fonctionne pendant { $days } jour.
   *[other] Le lien fonctionne pendant { $days } jours.
  }
notice-recovery-title = Choisissez un nouveau mot de passe dans { $product }
notice-support-title = Prévenez-nous
