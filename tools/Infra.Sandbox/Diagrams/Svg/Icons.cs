using Infra.Sandbox.Diagrams.Model;

namespace Infra.Sandbox.Diagrams.Svg;

/// <summary>The icon of each kind of node: a class for its color, and lines in a square of 20 pixels.</summary>
internal static class Icons
{
    public static (string Class, string Path) Of(NodeKind kind) => kind switch
    {
        NodeKind.Internet => ("net", "M10 4.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M4.5 10h11M10 4.5c-3.5 3-3.5 8 0 11c3.5-3 3.5-8 0-11"),
        NodeKind.Domain => ("net", "M5.5 5.5h7.5L15.5 8L13 10.5H5.5zM8 10.5v5"),
        NodeKind.SignIn => ("sec", "M10 4.5a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8M5.5 15.5c.3-5 8.7-5 9 0"),
        NodeKind.WebAcl => ("sec", "M10 4.2l5 1.8v4c0 3-2.2 4.9-5 5.9c-2.8-1-5-2.9-5-5.9V6z"),
        NodeKind.LoadBalancer => ("net", "M4.5 10h4M8.5 10L13 6M8.5 10H15M8.5 10L13 14M13 4.5h2.5M13 15.5h2.5"),
        NodeKind.Service => ("run", "M10 4.3l5 2.8v5.8l-5 2.8l-5-2.8V7.1zM5 7.1l5 2.9l5-2.9M10 10v5.7"),
        NodeKind.Job => ("run", "M10 4.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M10 6.8V10l2.5 1.8"),
        NodeKind.Instances => ("run", "M4.8 5.5h10.4v4H4.8zM4.8 10.5h10.4v4H4.8zM7 7.5h1M7 12.5h1"),
        NodeKind.Endpoints => ("net", "M4.5 10h7M9 7.2L11.8 10L9 12.8M14.5 5v10"),
        NodeKind.Database => ("data", "M5 6.3c0-2.4 10-2.4 10 0v7.4c0 2.4-10 2.4-10 0zM5 6.3c0 2.4 10 2.4 10 0M5 10c0 2.4 10 2.4 10 0"),
        NodeKind.Cache => ("data", "M11 4.5L6 11h3.6L9 15.5L14 9h-3.6z"),
        NodeKind.FileSystems => ("store", "M4.8 6h3.6l1.4 1.6h5.4v6.9H4.8z"),
        NodeKind.SecurityGroup => ("sec", "M6 9.5h8v5.5H6zM7.7 9.5V7.3c0-3 4.6-3 4.6 0v2.2"),
        NodeKind.Bucket => ("store", "M5 6h10l-1.3 8.6c-.2 1.2-7.2 1.2-7.4 0zM5 6c0-1.6 10-1.6 10 0c0 1.6-10 1.6-10 0"),
        NodeKind.Queue => ("store", "M4.5 7H7v6H4.5zM8.8 7h2.5v6H8.8zM13 7h2.5v6H13z"),
        NodeKind.Secrets => ("sec", "M7.5 7.2a2.8 2.8 0 1 0 0 5.6a2.8 2.8 0 1 0 0-5.6M10.3 10h5.2v2.5M13 10v2"),
        NodeKind.Repository => ("store", "M10 4.5l5.5 3L10 10.5L4.5 7.5zM4.5 10.2L10 13.2l5.5-3M4.5 12.8l5.5 3l5.5-3"),
        NodeKind.Alarms => ("ops", "M6 13.5V9.3c0-5.2 8-5.2 8 0v4.2l1 .8H5zM9 16h2"),
        NodeKind.Backup => ("ops", "M5.2 9A5 5 0 1 1 5.4 11.6M5 5.5V9h3.5"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
