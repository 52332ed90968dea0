import { defineConfig } from '@adonisjs/core/bodyparser'

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
  },
})
