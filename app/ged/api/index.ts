import { defineApi } from '#web/api/registry'
import { commentOperations } from './comment_operations.js'
import { comparisonOperations } from './comparison_operations.js'
import { eliminationOperations } from './elimination_operations.js'
import { filingOperations } from './filing_operations.js'
import { holdOperations } from './hold_operations.js'
import { linkOperations } from './link_operations.js'
import { privacyOperations } from './privacy_operations.js'
import { proposalOperations } from './proposal_operations.js'
import { readingOperations } from './reading_operations.js'
import { redactionOperations } from './redaction_operations.js'
import { relationOperations } from './relation_operations.js'
import { searchOperations } from './search_operations.js'
import { watchingOperations } from './watching_operations.js'

/** Folders are moved and put in order by the door that programs of documents know. */
const BY_WEBDAV = 'programs move and describe documents by WebDAV, a door of its own'
const BY_PEOPLE = 'who reads what is decided by people, before the list of those who do'
const BY_WHO_ADMINISTERS =
  'a password of a mailbox is written by who administers the member, and shown to no program'
const BY_WHO_ANSWERS =
  'what is destroyed is decided by people, before the list and with the visa in hand'

const BY_HER_SCREEN = 'a view is how a person finds her list again on her screen'

defineApi({
  room: 'ged',
  path: '/ged',
  label: 'Documents',
  scopes: {
    'ged.read': 'lire les documents, leurs dossiers et ce que d’autres collectivités ouvrent',
    'ged.write': 'déposer, modifier et ranger les documents, là où la personne le peut',
    'ged.open': 'lire ce que l’on peut proposer à l’élimination',
    'ged.privacy':
      'tenir le registre des traitements, et chercher ce que l’on garde d’une personne',
  },
  operations: [
    ...readingOperations,
    ...filingOperations,
    ...linkOperations,
    ...searchOperations,
    ...holdOperations,
    ...commentOperations,
    ...comparisonOperations,
    ...relationOperations,
    ...watchingOperations,
    ...redactionOperations,
    ...privacyOperations,
    ...proposalOperations,
    ...eliminationOperations,
  ],
  onScreenOnly: {
    'ged.documents.update': BY_WEBDAV,
    'ged.deposits.update': BY_WEBDAV,
    'ged.places.update': BY_WEBDAV,
    'ged.trash.destroy': 'what was thrown away is put back by who sees that it is missed',
    'ged.trash_lists.store': 'what was thrown away is put back by who sees that it is missed',
    'ged.space_lists.store': BY_WEBDAV,
    'ged.folder_lists.store': BY_WEBDAV,
    'ged.trash_lists.keep': BY_HER_SCREEN,
    'ged.trash_lists.forget': BY_HER_SCREEN,
    'ged.space_lists.keep': BY_HER_SCREEN,
    'ged.space_lists.forget': BY_HER_SCREEN,
    'ged.folder_lists.keep': BY_HER_SCREEN,
    'ged.folder_lists.forget': BY_HER_SCREEN,
    'ged.inlets.store': BY_WHO_ADMINISTERS,
    'ged.inlets.destroy': BY_WHO_ADMINISTERS,
    'ged.inlet_tries.store': BY_WHO_ADMINISTERS,
    'ged.sheets.store': 'a sheet of paper is printed by who feeds the machine with it',
    'ged.spaces.store': BY_PEOPLE,
    'ged.types.store':
      'what becomes of documents is decided by people, before what it is for the others',
    'ged.starting_tables.store':
      'what becomes of documents is decided by people, before what it is for the others',
    'ged.eliminations.store': BY_WHO_ANSWERS,
    'ged.eliminations.destroy': BY_WHO_ANSWERS,
    'ged.elimination_visas.store': BY_WHO_ANSWERS,
    'ged.elimination_lines.destroy': BY_WHO_ANSWERS,
    'ged.closings.destroy': 'what was closed by mistake is opened again by who sees it',
    'ged.rights.update': BY_PEOPLE,
    'ged.shares.store': BY_PEOPLE,
    'ged.shares.destroy': BY_PEOPLE,
  },
})
