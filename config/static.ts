import { defineConfig } from '@adonisjs/static'

/** Vite names every asset by its content: browsers may keep them for ever. */
export default defineConfig({
  enabled: true,
  etag: true,
  lastModified: true,
  dotFiles: 'ignore',
  maxAge: '365d',
  immutable: true,
})
