import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { defineConfig } from '@adonisjs/core/bodyparser'
import { incomingFolder } from './documents.js'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    types: ['application/x-www-form-urlencoded'],
    limit: '2mb',
  },
  json: { convertEmptyStringsToNull: true, types: ['application/json'], limit: '2mb' },
  // The archive that the ministry accepts stops at 150 MB: nothing larger is useful here.
  multipart: {
    autoProcess: true,
    convertEmptyStringsToNull: true,
    processManually: [],
    limit: '160mb',
    fieldsLimit: '2mb',
    types: ['multipart/form-data'],
    // A folder of ours rather than everybody's; emptied after each answer, and swept at each start.
    tmpFileName: () => join(incomingFolder, randomUUID()),
  },
})
