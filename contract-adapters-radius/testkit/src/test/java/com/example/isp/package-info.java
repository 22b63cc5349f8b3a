/** Tests as somebody writes them who has the adapter and the kit, and nothing else of this library. */
@NullMarked
package com.example.isp;

import org.jspecify.annotations.NullMarked;
