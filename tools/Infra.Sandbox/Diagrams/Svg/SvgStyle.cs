namespace Infra.Sandbox.Diagrams.Svg;

/// <summary>The style sheet. The background is opaque, so that a page that ignores the dark variant is readable too.</summary>
internal static class SvgStyle
{
    public const string Text = """
        text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;font-size:11px;fill:#57606a}
        .title{font-size:18px;font-weight:600;fill:#1f2328}
        .box-title{font-size:13px;font-weight:600;fill:#1f2328}
        .text{fill:#424a53}
        .zone{font-weight:600}
        .band-name{font-weight:600;letter-spacing:.4px}
        .exposure{fill:#b35900}
        .port{fill:#1f2328}
        .end{text-anchor:end}
        .mid{text-anchor:middle}
        .page{fill:#fff}
        .vpc{fill:none;stroke:#8c959f}
        .zone-frame{fill:none;stroke:#8c959f;stroke-dasharray:4 4}
        .edge,.regional{fill:#f3f4f6}
        .public{fill:#fdf3e7}
        .private{fill:#ebf3fc}
        .isolated{fill:#f1eefb}
        .box{fill:#fff;stroke:#c4ccd4}
        .line{fill:none;stroke:#57606a;stroke-width:1.8}
        .head{fill:#57606a}
        .line.open{stroke:#b35900}
        .head.open{fill:#b35900}
        .icon path{fill:none;stroke:#fff;stroke-width:1.3;stroke-linejoin:round;stroke-linecap:round}
        .net{fill:#7350b8}
        .run{fill:#c2611f}
        .data{fill:#2f6db5}
        .store{fill:#1f7a73}
        .sec{fill:#a63d63}
        .ops{fill:#5b6672}
        .box.new{fill:#e6f7ea;stroke:#1a7f37;stroke-width:2}
        .box.changed{fill:#fff6d6;stroke:#9a6700;stroke-width:2}
        .box.gone{fill:#ffefed;stroke:#cf222e;stroke-width:2;stroke-dasharray:5 3}
        .line.new{stroke:#1a7f37;stroke-width:1.4}
        .head.new,tspan.new{fill:#1a7f37}
        .line.changed{stroke:#9a6700;stroke-width:1.4}
        .head.changed,tspan.changed{fill:#9a6700}
        .line.gone{stroke:#cf222e;stroke-width:1.4;stroke-dasharray:5 3}
        .head.gone,tspan.gone{fill:#cf222e}
        tspan.gone{text-decoration:line-through}
        @media (prefers-color-scheme:dark){
        text{fill:#9da7b3}
        .title,.box-title,.port{fill:#e6edf3}
        .text{fill:#c0c8d1}
        .exposure{fill:#f0a050}
        .page{fill:#0d1117}
        .vpc,.zone-frame{stroke:#57606a}
        .edge,.regional{fill:#161b22}
        .public{fill:#241d14}
        .private{fill:#131f2e}
        .isolated{fill:#1c1930}
        .box{fill:#1f2630;stroke:#444c56}
        .line{stroke:#9da7b3}
        .head{fill:#9da7b3}
        .line.open{stroke:#f0a050}
        .head.open{fill:#f0a050}
        .box.new{fill:#12301b;stroke:#3fb950}
        .box.changed{fill:#342a0d;stroke:#d29922}
        .box.gone{fill:#3a1618;stroke:#f85149}
        .line.new{stroke:#3fb950}
        .head.new,tspan.new{fill:#56d364}
        .line.changed{stroke:#d29922}
        .head.changed,tspan.changed{fill:#e3b341}
        .line.gone{stroke:#f85149}
        .head.gone,tspan.gone{fill:#ff7b72}
        }
        """;
}
