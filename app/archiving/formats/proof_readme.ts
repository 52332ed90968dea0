/** What goes with the files of a proof, for the person who opens it in twenty years. */
export const PROOF_README = `DOSSIER DE PREUVE

Ce dossier permet de vérifier, sans nous et sans réseau, que ces fichiers sont ceux
qui ont été archivés, et ce qui leur est arrivé.

proof.json contient :
  - les écritures du journal qui concernent ce dossier, chacune liée à la précédente
    (SHA-256 du JSON canonique, RFC 8785) ;
  - pour chacune, son chemin dans l’arbre de Merkle (RFC 6962) jusqu’à la racine scellée ;
  - les scellés, chacun horodaté par un tiers (jeton RFC 3161, en base64) ;
  - l’empreinte SHA-256 de chaque fichier, que le journal cite.

Avec le logiciel Halle :
  npm run verify -- proof.json --dir . --anchors racine-de-l-autorite.pem

Sans lui, avec openssl, pour un scellé :
  1. écrire le texte exact de son champ « statement » (JSON canonique) dans scelle.json ;
  2. décoder son champ « token » : base64 -d > jeton.tsr ;
  3. openssl ts -verify -data scelle.json -in jeton.tsr -token_in -CAfile racine.pem

Ne modifiez pas proof.json : une seule écriture de ce fichier est admise.
`
