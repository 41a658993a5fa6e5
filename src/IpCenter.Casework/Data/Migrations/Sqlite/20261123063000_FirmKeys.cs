using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FirmKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AddressKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PhoneKey",
                table: "Firms",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriorDesignLeads_FoundId",
                table: "PriorDesignLeads",
                column: "FoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_AddressKey",
                table: "Firms",
                column: "AddressKey");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_ContactKey",
                table: "Firms",
                column: "ContactKey");

            migrationBuilder.CreateIndex(
                name: "IX_Firms_PhoneKey",
                table: "Firms",
                column: "PhoneKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_PriorDesignLeads_FoundId",
                table: "PriorDesignLeads");

            migrationBuilder.DropIndex(
                name: "IX_Firms_AddressKey",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_Firms_ContactKey",
                table: "Firms");

            migrationBuilder.DropIndex(
                name: "IX_Firms_PhoneKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "AddressKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "ContactKey",
                table: "Firms");

            migrationBuilder.DropColumn(
                name: "PhoneKey",
                table: "Firms");
        }
    }
}
