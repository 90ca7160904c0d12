#!/bin/sh
# A byte that is never UTF-8, a character that is cut off, a surrogate, an overlong slash, each between letters.
printf 'a\377b\342\202c\355\240\200d\300\257e'
