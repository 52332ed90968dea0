import { P12Trouble } from './signing_key.js'
import { Explained } from './post_json.js'

const TROUBLES = {
  password: 'Ce certificat ne s’ouvre pas : vérifiez le fichier et son mot de passe.',
  unreadable: 'Ce certificat ne s’ouvre pas : ce n’est pas un fichier .p12 ou .pfx lisible.',
  too_slow:
    'Ce fichier demande plus de dix millions de calculs avant de s’ouvrir. Exportez de nouveau votre certificat depuis le logiciel qui le garde.',
  unsupported:
    'Ce fichier est protégé d’une façon que cette page ne sait pas ouvrir. Exportez de nouveau votre certificat, avec un chiffrement AES-256.',
  no_key: 'Ce fichier ne contient pas de clé de signature.',
  no_certificate: 'Ce fichier contient une clé, mais pas son certificat.',
  key_type:
    'La clé de ce certificat est d’un type que les navigateurs ne savent pas utiliser. Demandez à votre autorité un certificat RSA, ou sur une courbe P-256, P-384 ou P-521.',
  browser:
    'Le certificat n’a pas pu s’ouvrir dans ce navigateur. Essayez avec un navigateur à jour.',
}

export const explainP12 = (error) => {
  if (error instanceof P12Trouble) throw new Explained(TROUBLES[error.trouble])
  throw error
}
