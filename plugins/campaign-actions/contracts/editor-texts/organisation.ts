import { field, type } from './text';

export const organisationTexts = {
  'plugin::campaign-actions.organisation': type(
    ['Organisation', 'Organisation'],
    ['Who runs the campaigns.', 'Qui mène les campagnes.'],
    {
      name: field(
        ['Name', 'Nom'],
        [
          'As visitors should read it on every page.',
          'Tel que les internautes le liront sur chaque page.',
        ],
      ),
      url: field(
        ['Website', 'Site Web'],
        [
          'Where the logo leads, beginning with https://.',
          'Où mène le logo, en commençant par https://.',
        ],
      ),
      logo: field(
        ['Logo', 'Logo'],
        [
          'Give the image an alternative text in the media library.',
          'Ajoutez un texte de remplacement à l’image dans la médiathèque.',
        ],
      ),
      privacyPolicyUrl: field(
        ['Privacy policy', 'Politique de confidentialité'],
        [
          'Its web address, for your website to link to beside every form.',
          'Son adresse Web, pour que votre site y renvoie près de chaque formulaire.',
        ],
      ),
      confirmPageUrl: field(
        ['Confirmation page', 'Page de confirmation'],
        [
          'The page of your website that the confirmation e-mail opens; left empty, a plain page is provided.',
          'La page de votre site qu’ouvre le courriel de confirmation; laissée vide, une page simple est fournie.',
        ],
      ),
      previewUrl: field(
        ['Page for drafts', 'Page pour les brouillons'],
        [
          'The address of your website that shows a page before it is published, for example https://example.org/{locale}/{slug}; your web team knows it.',
          'L’adresse de votre site qui montre une page avant sa publication, par exemple https://example.org/{locale}/{slug}; votre équipe Web la connaît.',
        ],
      ),
      shareHandles: field(
        ['Social accounts', 'Comptes de réseaux sociaux'],
        ['Your accounts, for share buttons.', 'Vos comptes, pour les boutons de partage.'],
      ),
      defaultConfirmation: field(
        [
          'Confirmation by e-mail, for new actions',
          'Confirmation par courriel, pour les nouvelles actions',
        ],
        [
          'Whether people confirm by e-mail before they are counted; each action can differ.',
          'Si les gens confirment par courriel avant d’être comptés; chaque action peut différer.',
        ],
        {
          required: ['Required: count after confirmation', 'Exigée : compter après confirmation'],
          none: ['None: count at once', 'Aucune : compter aussitôt'],
        },
      ),
    },
  ),
  'campaign-actions.share-handle': type(
    ['Social account', 'Compte de réseau social'],
    ['An account of the organisation.', 'Un compte de l’organisation.'],
    {
      network: field(['Network', 'Réseau'], ['Where the account is.', 'Où se trouve le compte.'], {
        facebook: ['Facebook', 'Facebook'],
        x: ['X', 'X'],
        instagram: ['Instagram', 'Instagram'],
        threads: ['Threads', 'Threads'],
        bluesky: ['Bluesky', 'Bluesky'],
        mastodon: ['Mastodon', 'Mastodon'],
        linkedin: ['LinkedIn', 'LinkedIn'],
        tiktok: ['TikTok', 'TikTok'],
        youtube: ['YouTube', 'YouTube'],
        whatsapp: ['WhatsApp', 'WhatsApp'],
        telegram: ['Telegram', 'Telegram'],
      }),
      handle: field(
        ['Account', 'Compte'],
        [
          'The name as people type it, for example @AmnestyNow.',
          'Le nom tel qu’on l’écrit, par exemple @AmnistieCA.',
        ],
      ),
    },
  ),
};
