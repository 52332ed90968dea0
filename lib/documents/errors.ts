import { defineError } from '#lib/errors'

export const DocumentEmpty = defineError(
  'E_DOCUMENT_EMPTY',
  'Le fichier « %s » est vide : choisissez-le à nouveau.'
)
export const DocumentTooLarge = defineError(
  'E_DOCUMENT_TOO_LARGE',
  'Le fichier « %s » dépasse %s : réduisez-le ou découpez-le.',
  413
)
export const DocumentTypeRefused = defineError(
  'E_DOCUMENT_TYPE',
  'Le fichier « %s » n’est pas du type attendu (%s). C’est son contenu qui compte, pas son nom.'
)
export const DocumentQuotaReached = defineError(
  'E_DOCUMENT_QUOTA',
  'La place de votre collectivité (%s) est presque remplie : il reste %s. Supprimez des fichiers, ou demandez plus de place à l’exploitant.',
  507
)
export const DocumentHeld = defineError(
  'E_DOCUMENT_HELD',
  'Ce document sert encore (%s) : il ne peut pas être supprimé.',
  409
)
export const DocumentInfected = defineError(
  'E_DOCUMENT_INFECTED',
  'Le fichier « %s » contient un programme malveillant (%s) : il n’a pas été enregistré.'
)
export const AntivirusSilent = defineError(
  'E_ANTIVIRUS_SILENT',
  'L’antivirus ne répond pas, et rien n’est gardé qu’il n’ait lu. Réessayez dans un instant ; si cela dure, prévenez l’exploitant.',
  503
)
export const DocumentMissing = defineError(
  'E_DOCUMENT_MISSING',
  'Ce document n’existe pas ici.',
  404
)
export const DocumentLost = defineError(
  'E_DOCUMENT_LOST',
  'Le fichier de ce document n’est plus là où il est conservé. Prévenez l’exploitant, qui peut le rétablir depuis une sauvegarde.',
  500
)
export { DocumentDamaged } from '#lib/cipher/errors'
