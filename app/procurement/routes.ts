import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { can, kept, publicRoutes, tenantRoutes } from '#web'
import { FORMATS } from '#web/list/index'

const { award, backup, changing, drafting, holders, opening, publication, rehearsal, sealer } =
  controllers.procurement
const uuid = router.matchers.uuid()
const ADDRESS = '/marches'
const YEAR = /^20\d\d$/

tenantRoutes(
  'procurement',
  () => {
    router.get('/', [drafting.Consultations, 'index']).as('consultations.index')
    router
      .get('/liste/:format', [drafting.ConsultationLists, 'show'])
      .as('lists.show')
      .where('format', FORMATS)
    router.post('/vues', [drafting.ConsultationLists, 'keep']).as('lists.keep')
    router.delete('/vues/:id', [drafting.ConsultationLists, 'forget']).as('lists.forget')
    router.get('/:id', [drafting.Consultations, 'show']).as('consultations.show')
    router
      .get('/:id/pieces/:document', [drafting.Papers, 'show'])
      .as('papers.show')
      .where('document', uuid)
    router.get('/:id/ouverture', [opening.Openings, 'show']).as('openings.show')
    router.get('/:id/plis', [opening.PlisOfBuyer, 'index']).as('plis_of_buyer.index')
    router
      .get('/:id/plis/:pli/pli.zip', [opening.PlisOfBuyer, 'sealed'])
      .as('plis_of_buyer.sealed')
      .where('pli', uuid)
    router
      .get('/:id/plis/:pli/fichiers/:file', [opening.PlisOfBuyer, 'file'])
      .as('plis_of_buyer.file')
      .where('pli', uuid)
      .where('file', uuid)
  },
  ADDRESS
)
  .where('id', uuid)
  .use(can('procurement.read'))

tenantRoutes(
  'procurement',
  () => {
    router.get('/nouvelle', [drafting.Consultations, 'create']).as('consultations.create')
    router.post('/', [drafting.Consultations, 'store']).as('consultations.store')
    router.get('/:id/modifier', [drafting.Consultations, 'edit']).as('consultations.edit')
    router.put('/:id', [drafting.Consultations, 'update']).as('consultations.update')
    router.post('/:id/publication', [publication.Publications, 'store']).as('publications.store')
    router.post('/:id/retrait', [publication.Publications, 'destroy']).as('publications.destroy')
    router.post('/:id/ouverture', [opening.Openings, 'store']).as('openings.store')
    router.post('/:id/ouverture/fin', [opening.Openings, 'end']).as('openings.end')
    router.get('/:id/prorogation', [changing.Extensions, 'create']).as('extensions.create')
    router.post('/:id/prorogation', [changing.Extensions, 'store']).as('extensions.store')
    router.get('/:id/sans-suite', [changing.Abandonments, 'create']).as('abandonments.create')
    router.post('/:id/sans-suite', [changing.Abandonments, 'store']).as('abandonments.store')
    router.get('/:id/attribution', [award.Awards, 'create']).as('awards.create')
    router.post('/:id/attribution', [award.Awards, 'store']).as('awards.store')
    router.post('/:id/notification', [award.Notifications, 'store']).as('notifications.store')
    router
      .post('/trousseau/:holder/retrait', [holders.Holders, 'retire'])
      .as('holders.retire')
      .where('holder', uuid)
    const { BackupCopies } = backup
    router.post('/:id/copies', [BackupCopies, 'store']).as('backup_copies.store')
    router.post('/:id/copies/:copy/ouverture', [BackupCopies, 'open']).as('backup_copies.open')
    router
      .post('/:id/copies/:copy/destruction', [BackupCopies, 'destroy'])
      .as('backup_copies.destroy')
  },
  ADDRESS
)
  .where('id', uuid)
  .where('copy', uuid)
  .use(can('procurement.write'))

tenantRoutes(
  'procurement',
  () => {
    router.get('/trousseau', [holders.Holders, 'index']).as('holders.index')
    router.post('/trousseau', [holders.Holders, 'store']).as('holders.store')
    router.post('/trousseau/retrait', [holders.Holders, 'destroy']).as('holders.destroy')
    router.post('/trousseau/phrase', [holders.Phrases, 'store']).as('phrases.store')
    router.post('/trousseau/exercice', [holders.Exercises, 'store']).as('exercises.store')
    router.get('/trousseau/exercice/parts', [holders.Exercises, 'parts']).as('exercises.parts')
    router.post('/trousseau/exercice/parts', [holders.Exercises, 'give']).as('exercises.give')
    router.get('/:id/ouverture/parts', [opening.Openings, 'parts']).as('openings.parts')
    router.post('/:id/ouverture/parts', [opening.Openings, 'give']).as('openings.give')
  },
  ADDRESS
)
  .where('id', uuid)
  .use(can('procurement.hold'))

publicRoutes(
  'procurement',
  'the documents of a tender are free, direct, whole and anonymous (arrêté of 22 March 2019, OE-05)',
  () => {
    const { PublicConsultations } = publication
    router.get('/', [PublicConsultations, 'index']).as('consultations.index').use(kept())
    router.get('/decp/:year/marches.json', [award.Decp, 'json']).as('decp.json').where('year', YEAR)
    router.get('/decp/:year/marches.xml', [award.Decp, 'xml']).as('decp.xml').where('year', YEAR)
    router.get('/preparer', [rehearsal.Preparations, 'show']).as('preparations.show')
    router.post('/preparer', [rehearsal.Preparations, 'store']).as('preparations.store')
    router.get('/journal-du-scelleur', [sealer.Sealers, 'index']).as('sealers.index')
    router.get('/journal-du-scelleur.json', [sealer.Sealers, 'json']).as('sealers.json')
    router.get('/:id', [PublicConsultations, 'show']).as('consultations.show')
    router.get('/:id/reglement.pdf', [PublicConsultations, 'rc']).as('consultations.rc')
    router.get('/:id/dce.zip', [PublicConsultations, 'dce']).as('consultations.dce')
    router.get('/:id/avis.xml', [PublicConsultations, 'notice']).as('consultations.notice')
    router.get('/:id/dume.xml', [PublicConsultations, 'dume']).as('consultations.dume')
    router
      .get('/:id/trousseau.json', [PublicConsultations, 'trousseau'])
      .as('consultations.trousseau')
    router
      .get('/:id/documents/:document', [PublicConsultations, 'document'])
      .as('consultations.document')
      .where('document', uuid)
    router.post('/:id/suivi', [changing.Followers, 'store']).as('followers.store')
    router
      .get('/suivi/:follower', [changing.Followers, 'show'])
      .as('followers.show')
      .where('follower', uuid)
    router
      .post('/suivi/:follower', [changing.Followers, 'destroy'])
      .as('followers.destroy')
      .where('follower', uuid)
  },
  ADDRESS
).where('id', uuid)
