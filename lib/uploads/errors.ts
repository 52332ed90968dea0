import { defineError } from '#lib/errors'

export const UploadMissing = defineError(
  'E_UPLOAD_MISSING',
  'Cet envoi n’existe plus : choisissez de nouveau le fichier.',
  404
)
/** The same, for the form that names it: it comes back with all that was typed. */
export const UploadGone = defineError(
  'E_UPLOAD_GONE',
  'Le fichier envoyé n’est plus là : choisissez-le de nouveau. Le reste de votre saisie est gardé.'
)
export const UploadRefused = defineError(
  'E_UPLOAD_REFUSED',
  'Cet envoi n’a pas pu commencer : rechargez la page, puis choisissez de nouveau le fichier.',
  400
)
export const UploadTooLarge = defineError(
  'E_UPLOAD_TOO_LARGE',
  'Ce fichier dépasse %s : réduisez-le ou découpez-le.',
  413
)
export const TooManyUploads = defineError(
  'E_TOO_MANY_UPLOADS',
  'Trop de fichiers sont en cours d’envoi : terminez-les ou arrêtez-les avant d’en ajouter.',
  429
)
export const TooManyFiles = defineError(
  'E_UPLOAD_TOO_MANY',
  'C’est trop de fichiers d’un coup : %s au plus. Envoyez-les en plusieurs fois.'
)
export const UploadElsewhere = defineError(
  'E_UPLOAD_OFFSET',
  'Cet envoi en est ailleurs : il reprend de là où il s’était arrêté.',
  409
)
export const PieceDiffers = defineError(
  'E_UPLOAD_PIECE_DIFFERS',
  'Ce morceau est déjà arrivé, et il était différent : le fichier a changé depuis le début de l’envoi. Recommencez l’envoi.',
  409
)
export const PieceDamaged = defineError(
  'E_UPLOAD_PIECE_DAMAGED',
  'Ce morceau n’est pas arrivé entier : renvoyez-le.',
  400
)
export const UploadUnfinished = defineError(
  'E_UPLOAD_UNFINISHED',
  'L’envoi de « %s » n’est pas terminé : attendez sa fin, ou choisissez de nouveau le fichier.'
)
export const UploadDiffers = defineError(
  'E_UPLOAD_DIGEST',
  'Le fichier « %s » n’est pas arrivé tel qu’il a été annoncé : recommencez l’envoi.',
  409
)
export const UploadForbidden = defineError(
  'E_UPLOAD_FORBIDDEN',
  'Vous ne pouvez pas déposer de fichier ici.',
  403
)
