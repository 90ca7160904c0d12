package main

import (
	"fmt"
	"os"
)

func main() {
	unused := 1
	var count int = "three"
	fmt.Println(/* für 🚀 */ missing)
}
