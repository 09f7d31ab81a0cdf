import { field, type } from './text';

export const actionTexts = {
  'plugin::campaign-actions.action': type(
    ['Action', 'Action'],
    ['What a visitor is asked to do.', 'Ce qu’on demande de faire.'],
    {
      title: field(
        ['Title', 'Titre'],
        [
          'What it is about; you choose the action by it on pages.',
          'De quoi il s’agit; c’est par lui qu’on choisit l’action dans les pages.',
        ],
      ),
      slug: field(
        ['Address', 'Adresse'],
        [
          'The last part of its web address; made from the title.',
          'La fin de son adresse Web; tirée du titre.',
        ],
      ),
      kind: field(['Kind', 'Genre'], ['What people do.', 'Ce que les gens font.'], {
        petition: ['Sign a petition', 'Signer une pétition'],
        letter: ['Write a letter', 'Écrire une lettre'],
        email: ['Send an e-mail', 'Envoyer un courriel'],
        call: ['Make a phone call', 'Téléphoner'],
      }),
      sensitive: field(
        ['Signers at risk', 'Signataires à protéger'],
        [
          'Switch on when being known as a supporter could hurt somebody: mail stays neutral, and everybody confirms.',
          'Activez si le fait d’être connu comme signataire peut nuire : les courriels restent neutres et chacun confirme.',
        ],
      ),
      statement: field(
        ['Petition text', 'Texte de la pétition'],
        [
          'What supporters put their name to, for example “Urge the authorities to …”.',
          'Ce que les gens signent, par exemple « Exhortez les autorités à … ».',
        ],
      ),
      targets: field(
        ['Targets', 'Destinataires'],
        ['Who the action is addressed to.', 'À qui l’action s’adresse.'],
      ),
      form: field(
        ['Form', 'Formulaire'],
        [
          'What people fill in; the e-mail address is always asked.',
          'Ce que les gens remplissent; le courriel est toujours demandé.',
        ],
      ),
      letter: field(
        ['Letter', 'Lettre'],
        ['What people send, and to whom.', 'Ce que les gens envoient, et à qui.'],
      ),
      call: field(
        ['Phone call', 'Appel téléphonique'],
        ['Whom to call, when, and what to say.', 'Qui appeler, quand et quoi dire.'],
      ),
      opensAt: field(
        ['Opens', 'Ouverture'],
        [
          'Left empty, it is open as soon as it is published.',
          'Laissée vide, l’action est ouverte dès sa publication.',
        ],
      ),
      closesAt: field(
        ['Closes', 'Fermeture'],
        [
          'Left empty, it stays open until you unpublish it.',
          'Laissée vide, l’action reste ouverte tant que vous ne la dépubliez pas.',
        ],
      ),
      confirmation: field(
        ['Confirmation by e-mail', 'Confirmation par courriel'],
        [
          'Without it, anybody can sign with somebody else’s address; left empty, the organisation’s choice applies.',
          'Sans elle, on peut signer avec l’adresse d’autrui; laissée vide, le choix de l’organisation s’applique.',
        ],
        {
          required: ['Required: count after confirmation', 'Exigée : compter après confirmation'],
          none: ['None: count at once', 'Aucune : compter aussitôt'],
        },
      ),
      challenge: field(
        ['Protection against robots', 'Protection contre les robots'],
        [
          'A small calculation that the visitor’s device does by itself.',
          'Un petit calcul que l’appareil de l’internaute fait tout seul.',
        ],
        {
          never: ['Never', 'Jamais'],
          when_busy: ['When much is sent from one place', 'Quand beaucoup vient du même endroit'],
          always: ['Always', 'Toujours'],
        },
      ),
      counterLabel: field(
        ['Counter label', 'Libellé du compteur'],
        [
          'What stands with the number, for one person and for many.',
          'Ce qui accompagne le nombre, pour une personne et pour plusieurs.',
        ],
      ),
      goal: field(
        ['Goal', 'Objectif'],
        [
          'How many people should take part; left empty, none is shown.',
          'Combien de personnes devraient participer; laissé vide, aucun n’est affiché.',
        ],
      ),
      goalStepsUp: field(
        ['Goal grows by itself', 'Objectif croissant'],
        [
          '100, 200, 500, 1,000 and so on; the next step is taken at 90%.',
          '100, 200, 500, 1 000, etc.; le palier suivant arrive à 90 %.',
        ],
      ),
      displayFrom: field(
        ['Show the counter from', 'Afficher le compteur à partir de'],
        [
          'Below this number of people no counter is shown.',
          'Sous ce nombre de personnes, aucun compteur n’est affiché.',
        ],
      ),
      hideSplit: field(
        ['Show the total only', 'Afficher seulement le total'],
        [
          'Hides how many were collected here and elsewhere.',
          'Masque la part recueillie ici et ailleurs.',
        ],
      ),
      holds: field(
        ['Set aside for a look', 'À vérifier avant de compter'],
        [
          'Signatures that are taken like all others, but count only once you say so.',
          'Des signatures prises comme les autres, mais qui ne comptent qu’avec votre accord.',
        ],
      ),
      showSupporters: field(
        ['Show supporters', 'Afficher des signataires'],
        [
          'Names of those who agreed and confirmed, once you publish them under Public signatures.',
          'Le nom de ceux qui ont accepté et confirmé, une fois publié sous Signatures publiques.',
        ],
      ),
      reminder: field(
        ['Reminder', 'Rappel'],
        [
          'One e-mail, two days later, to whoever has not confirmed.',
          'Un seul courriel, deux jours plus tard, à qui n’a pas confirmé.',
        ],
        {
          usual: ['Yes, unless signers are at risk', 'Oui, sauf signataires à protéger'],
          always: ['Yes, always', 'Oui, toujours'],
          never: ['No', 'Non'],
        },
      ),
      mails: field(
        ['E-mails in your words', 'Courriels dans vos mots'],
        [
          'Empty boxes leave our words; where signers are at risk ours are always used, since yours could give people away.',
          'Une case vide laisse nos mots; si des signataires sont à protéger, seuls les nôtres servent, car les vôtres pourraient les trahir.',
        ],
      ),
      retentionMonths: field(
        ['Keep personal data (months)', 'Conserver les données (mois)'],
        [
          'How long after closing names and addresses are kept; then they are erased. Empty: as for all actions.',
          'Durée de conservation des noms et adresses après la fermeture; ils sont ensuite effacés. Vide : comme pour toutes les actions.',
        ],
      ),
      thanks: field(
        ['Thank-you page', 'Page de remerciement'],
        ['What people see after they took part.', 'Ce que les gens voient après avoir participé.'],
      ),
      closedMessage: field(
        ['Message when closed', 'Message de fermeture'],
        [
          'Shown instead of the form once the action is closed.',
          'Affiché au lieu du formulaire une fois l’action fermée.',
        ],
      ),
      outcome: field(['Outcome', 'Résultat'], ['What became of it.', 'Ce qu’il en est advenu.'], {
        none: ['Not yet known', 'Pas encore connu'],
        delivered: ['Handed in', 'Remise'],
        won: ['Victory', 'Victoire'],
        lost: ['Not achieved', 'Non atteint'],
      }),
      outcomeText: field(
        ['About the outcome', 'À propos du résultat'],
        [
          'Tell supporters what their help achieved.',
          'Dites aux signataires ce que leur aide a permis.',
        ],
      ),
      externalIds: field(
        ['Identifiers elsewhere', 'Identifiants externes'],
        [
          'What this action is called in your CRM or other systems.',
          'Comment cette action se nomme dans votre CRM ou ailleurs.',
        ],
      ),
    },
  ),
  'campaign-actions.target': type(
    ['Target', 'Destinataire'],
    ['Who the action is addressed to.', 'À qui l’action s’adresse.'],
    {
      name: field(
        ['Name', 'Nom'],
        ['For example “Government of Russia”.', 'Par exemple « Gouvernement de la Russie ».'],
      ),
      role: field(['Role', 'Fonction'], ['For example “President”.', 'Par exemple « Président ».']),
      postalAddress: field(
        ['Postal address', 'Adresse postale'],
        ['As on an envelope.', 'Comme sur une enveloppe.'],
      ),
    },
  ),
  'campaign-actions.holds': type(
    ['Set aside for a look', 'À vérifier avant de compter'],
    [
      'What is put on hold; nobody who signs learns of it.',
      'Ce qui est mis à vérifier; personne ne l’apprend en signant.',
    ],
    {
      throwaway: field(
        ['Throw-away mailboxes', 'Boîtes jetables'],
        [
          'Addresses of known throw-away services. People in danger use them too.',
          'Adresses de services jetables connus. Des gens en danger s’en servent aussi.',
        ],
      ),
      perHour: field(
        ['More than so many an hour', 'Au-delà de tant par heure'],
        [
          'From one connection; a school or an office shares one. Empty: any number.',
          'D’une même connexion; une école ou un bureau en partage une. Vide : sans limite.',
        ],
      ),
      domains: field(
        ['Mail domains', 'Domaines de courriel'],
        ['One a line, for example example.net.', 'Un par ligne, par exemple example.net.'],
      ),
      words: field(
        ['Words', 'Mots'],
        [
          'In a name or the message; one word or phrase a line.',
          'Dans un nom ou le message; un mot ou une expression par ligne.',
        ],
      ),
      countries: field(
        ['Countries', 'Pays'],
        ['Two-letter codes, one a line.', 'Codes de deux lettres, un par ligne.'],
      ),
    },
  ),
  'campaign-actions.letter': type(
    ['Letter', 'Lettre'],
    ['What people send.', 'Ce que les gens envoient.'],
    {
      salutation: field(
        ['Salutation', 'Formule d’appel'],
        ['For example “Dear Mr President,”.', 'Par exemple « Monsieur le Président, ».'],
      ),
      body: field(
        ['Letter', 'Lettre'],
        [
          'The text that people may send as it is or change.',
          'Le texte que les gens peuvent envoyer tel quel ou modifier.',
        ],
      ),
      closing: field(
        ['Closing', 'Formule de politesse'],
        ['For example “Yours sincerely,”.', 'Par exemple « Veuillez agréer mes salutations, ».'],
      ),
      talkingPoints: field(
        ['Points to make', 'Arguments'],
        [
          'One per line, for people who write in their own words.',
          'Un par ligne, pour qui écrit dans ses propres mots.',
        ],
      ),
      recipientName: field(
        ['Recipient', 'À l’attention de'],
        ['Who receives the letter.', 'Qui reçoit la lettre.'],
      ),
      recipientPostalAddress: field(
        ['Recipient’s postal address', 'Adresse postale'],
        [
          'As on the envelope. For an e-mail: the addresses that it goes to.',
          'Comme sur l’enveloppe. Pour un courriel : les adresses auxquelles il est envoyé.',
        ],
      ),
    },
  ),
  'campaign-actions.call': type(
    ['Phone call', 'Appel téléphonique'],
    ['Whom to call and what to say.', 'Qui appeler et quoi dire.'],
    {
      numbers: field(
        ['Phone numbers', 'Numéros de téléphone'],
        ['Whom people can call.', 'Qui les gens peuvent appeler.'],
      ),
      hours: field(
        ['Hours', 'Heures'],
        [
          'When somebody answers, for example “Monday to Friday, 9 to 5”.',
          'Quand on répond, par exemple « du lundi au vendredi, de 9 h à 17 h ».',
        ],
      ),
      timeZone: field(
        ['Time zone', 'Fuseau horaire'],
        [
          'Of these hours, for example America/Toronto.',
          'De ces heures, par exemple America/Toronto.',
        ],
      ),
      script: field(
        ['What to say', 'Quoi dire'],
        [
          'A few sentences that people can read out; [your name] becomes theirs.',
          'Quelques phrases à lire à voix haute; [votre nom] devient le leur.',
        ],
      ),
    },
  ),
  'campaign-actions.call-number': type(
    ['Phone number', 'Numéro de téléphone'],
    ['A number to call.', 'Un numéro à appeler.'],
    {
      label: field(
        ['Who answers', 'Qui répond'],
        ['For example “Embassy in Ottawa”.', 'Par exemple « Ambassade à Ottawa ».'],
      ),
      number: field(
        ['Number', 'Numéro'],
        [
          'With the country code, for example +1 613 555 0123.',
          'Avec l’indicatif du pays, par exemple +1 613 555 0123.',
        ],
      ),
    },
  ),
  'campaign-actions.thanks': type(
    ['Thank-you page', 'Page de remerciement'],
    ['What people see afterwards.', 'Ce que les gens voient ensuite.'],
    {
      heading: field(
        ['Heading', 'Titre'],
        ['For example “Thank you!”.', 'Par exemple « Merci! ».'],
      ),
      body: field(
        ['Text', 'Texte'],
        [
          'What happens next, and what else they can do.',
          'La suite, et ce qu’on peut faire d’autre.',
        ],
      ),
      redirectUrl: field(
        ['Lead to another page', 'Mener à une autre page'],
        [
          'Only when a page of your website shows the thanks, beginning with https://.',
          'Seulement si une page de votre site remercie, en commençant par https://.',
        ],
      ),
      nextAction: field(
        ['Next action', 'Action suivante'],
        [
          'What to offer next: choose it by its title.',
          'Que proposer ensuite : choisissez-la par son titre.',
        ],
      ),
    },
  ),
};
