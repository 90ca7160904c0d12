export const count: number = "three";
/* 🚀 */ export function greet(name: string) { return nmae; }
greet(1);
