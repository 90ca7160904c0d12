export async function daemon() {}
