import { nothing } from './shapes.ts'

export const houseCommands = {
  'judge:restart': nothing,
}
