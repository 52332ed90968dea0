interface Origin {
  /** Public address of the platform. */
  url: string
  /** The fingerprint of the key that signs its seals now. */
  fingerprint: string
}

/** What goes with the files of a proof, for the person who opens it in twenty years. */
export const proofReadme = ({ url, fingerprint }: Origin): string => `DOSSIER DE PREUVE

Ce dossier permet de vérifier, sans nous et sans réseau, que ces fichiers sont ceux
qui ont été archivés, ce qui leur est arrivé, quand, et qui en répond.

proof.json contient :
  - les écritures du journal qui concernent ce dossier, chacune liée à la précédente
    (SHA-256 du JSON canonique, RFC 8785) ;
  - pour chacune, son chemin dans l’arbre de Merkle (RFC 6962) jusqu’à la racine scellée ;
  - les scellés, chacun signé par la plateforme et horodaté par un tiers
    (jeton RFC 3161, en base64) ;
  - l’empreinte SHA-256 de chaque fichier, que le journal cite.

CE QU’IL FAUT SE PROCURER AILLEURS QU’ICI
Ce que l’on vérifie ne peut pas se recommander de soi-même.

  1. La clé publique de la plateforme, cle-des-scelles.pem :
     ${url}/preuves/cle
     ou auprès de la collectivité, qui la reçoit et peut en dire l’empreinte. Au jour de
     ce dossier, la clé en service a pour empreinte :
     ${fingerprint}
  2. Le certificat racine de l’autorité d’horodatage, racine.pem : auprès de cette
     autorité, ou de la liste de confiance de son pays. Son nom se lit dans le jeton :
     openssl ts -reply -in jeton.tsr -token_in -text

AVEC LE LOGICIEL HALLE
La commande se lance depuis le dossier du logiciel (là où est son package.json), après
« npm ci --ignore-scripts » ; donnez les chemins complets :

  npm run verify -- /chemin/de/ce/dossier/proof.json \\
    --key /chemin/de/cle-des-scelles.pem --anchors /chemin/de/racine.pem

Les fichiers sont cherchés à côté de proof.json. Sans --key, elle ne peut pas dire qui
a émis ce dossier ; sans --anchors, qui l’a horodaté.

SANS LUI, AVEC OPENSSL, POUR UN SCELLÉ
  1. écrire le texte exact de son champ « statement » (JSON canonique, sans retour à la
     ligne final) dans scelle.json ;
  2. décoder « signatures[0].value » : base64 -d > signature.der, puis
     openssl dgst -sha256 -verify cle-des-scelles.pem -signature signature.der scelle.json
  3. décoder son champ « token » : base64 -d > jeton.tsr, puis
     openssl ts -verify -data scelle.json -in jeton.tsr -token_in -CAfile racine.pem

Ne modifiez pas proof.json : une seule écriture de ce fichier est admise.
`
