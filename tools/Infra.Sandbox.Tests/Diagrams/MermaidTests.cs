using Infra.Sandbox.Diagrams.Mermaid;
using Infra.Sandbox.Diagrams.Model;
using Infra.Sandbox.Tests.Diagrams.Support;

namespace Infra.Sandbox.Tests.Diagrams;

public sealed class MermaidTests
{
    [Fact]
    public async Task Flowchart_HasBandsNodesAndArrows() => Assert.Equal(
        """
        flowchart TB
          accTitle: hello-dev in eu-central-1
          subgraph edge_band["Edge"]
            n0["<b>Internet</b><br/>anyone: 80"]
          end
          subgraph vpc["VPC 10.0.0.0/16 · gateway endpoint for S3"]
            subgraph public_band["Public subnets"]
              n1["<b>Application Load Balancer</b> (internet-facing)<br/>HTTP 80"]
              n2["<b>Service hello</b> (public IP address)<br/>1 task<br/>0.25 vCPU, 512 MiB<br/>Fargate, x86_64<br/>nginx:1.29<br/>to internet 443"]
            end
          end
          n0 -->|"80"| n1
          n1 -->|"80"| n2

        """,
        MermaidWriter.Text(await StackDiagrams.OfFileAsync("minimal")),
        ignoreLineEndingDifferences: true);

    [Fact]
    public async Task Changes_HaveClasses()
    {
        var text = MermaidWriter.Text(await StackDiagrams.EditedAsync(
            "prod", ("natGateways: none", "natGateways: onePerZone"), ("interfaceEndpoints: []", "interfaceEndpoints: [logs]"), ("db.t4g.medium", "db.t4g.large")));

        Assert.Contains("      nat0([\"NAT gateway<br/>eu-central-1a\"])\n      nat1([\"NAT gateway<br/>eu-central-1b\"])\n", text, StringComparison.Ordinal);
        Assert.Contains("<br/>db.t4g.medium → db.t4g.large<br/>", text, StringComparison.Ordinal);
        Assert.Contains("\n  class nat0,nat1,n5 new\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  class n6 changed\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  linkStyle 2 stroke:#1a7f37,stroke-width:2px\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TextsOfOthers_AreEscaped()
    {
        var diagram = new Diagram
        {
            Title = "a;b\n",
            Network = [],
            Zones = [],
            Bands = [new Band(BandKind.Edge, [], [new DiagramNode { Id = "a", Kind = NodeKind.Internet, Title = "\"]<b>#;" }])],
            Arrows = [],
        };

        Assert.Equal(
            "flowchart TB\n  accTitle: a b \n  subgraph edge_band[\"Edge\"]\n    n0[\"<b>#34;]#60;b#62;#35;#59;</b>\"]\n  end\n",
            MermaidWriter.Text(diagram));
    }
}
