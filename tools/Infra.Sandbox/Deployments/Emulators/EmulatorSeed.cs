using System.Security;
using System.Xml.Linq;

namespace Infra.Sandbox.Deployments.Emulators;

/// <summary>Creates the hosted zones that a stack looks up.</summary>
internal static class EmulatorSeed
{
    private const string Service = "route53";
    private const string Version = "/2013-04-01";
    private static readonly XNamespace Names = "https://route53.amazonaws.com/doc/2013-04-01/";

    /// <summary>Creates those public hosted zones that do not exist.</summary>
    public static async Task EnsureHostedZonesAsync(EmulatorClient emulator, IEnumerable<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            var fullName = name.EndsWith('.') ? name : name + ".";
            var answer = await emulator.GetAsync($"{Version}/hostedzonesbyname?dnsname={Uri.EscapeDataString(fullName)}", Service, cancellation);
            if (!HasPublicZone(answer, fullName))
            {
                await emulator.PostXmlAsync($"{Version}/hostedzone", Request(fullName), Service, cancellation);
            }
        }
    }

    // The response lists all zones from this name on in alphabetical order.
    private static bool HasPublicZone(string answer, string name) => XDocument.Parse(answer)
        .Descendants(Names + "HostedZone")
        .Any(zone => zone.Element(Names + "Name")?.Value == name
            && zone.Element(Names + "Config")?.Element(Names + "PrivateZone")?.Value != "true");

    private static string Request(string name) =>
        $"""
        <CreateHostedZoneRequest xmlns="{Names}">
          <Name>{SecurityElement.Escape(name)}</Name>
          <CallerReference>{Guid.NewGuid()}</CallerReference>
        </CreateHostedZoneRequest>
        """;
}
