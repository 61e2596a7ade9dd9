export { notation } from '../javascript/notation.ts'
