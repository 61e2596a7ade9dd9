function weigh(parcel) {
  if (!Array.isArray(parcel)) return parcel
  const contents = parcel.reduce((sum, item) => sum + weigh(item), 0)
  return contents === 0 ? 0 : contents + 50
}
