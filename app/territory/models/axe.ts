import { AxeSchema } from '#database/schema/territory'
import { TenantModel } from '#kernel/tenancy'
import { AxeElsewhere, AxeNotFound } from '../errors.js'

/** A strategic axe of the programme, under which its actions are numbered. */
export default class Axe extends TenantModel(AxeSchema) {
  static table = 'territory.axes'

  /** The axe of that id in the tenant in context, alone. @throws E_AXE_NOT_FOUND */
  static async get(id: string): Promise<Axe> {
    const axe = await this.find(id)
    if (!axe) throw new AxeNotFound()
    return axe
  }

  /** The same, locked: the number of its next sheet is given once. @throws E_AXE_NOT_FOUND */
  static async hold(id: string): Promise<Axe> {
    const axe = await this.query().where('id', id).forUpdate().first()
    if (!axe) throw new AxeNotFound()
    return axe
  }

  /** The same, among the axes of a project only. @throws E_AXE_ELSEWHERE, at `axeId` */
  static async holdIn(projectId: string, id: string): Promise<Axe> {
    const axe = await this.query().where({ id, projectId }).forUpdate().first()
    if (!axe) throw new AxeElsewhere().at('axeId')
    return axe
  }
}
